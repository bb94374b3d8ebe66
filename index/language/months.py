"""Names of months."""

_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia ocak января يناير",
    "february feb februar februari février févr fév fevrier febrero febbraio febr fevereiro fev lutego "
    "şubat февраля فبراير شباط",
    "march mar märz mrz maerz mars marzo março marco maart mrt marca mart марта مارس آذار",
    "april apr avril avr abril abr aprile kwietnia nisan апреля أبريل نيسان",
    "may mai mayo maggio mag maio mei maj maja mayıs мая مايو أيار",
    "june jun juni juin junio giugno giu junho czerwca haziran июня يونيو حزيران",
    "july jul juli juillet juil julio luglio lug julho lipca temmuz июля يوليو تموز",
    "august aug août aout agosto ago augustus augusti sierpnia ağustos августа أغسطس آب",
    "september sep sept septembre septiembre settembre set setembro września eylül сентября سبتمبر أيلول",
    "october oct oktober okt octobre octubre ottobre ott outubro out października ekim октября أكتوبر",
    "november nov novembre noviembre novembro listopada kasım ноября نوفمبر",
    "december dec dezember dez décembre déc decembre "
    "diciembre dic dicembre dezembro grudnia aralık декабря ديسمبر",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
"""Names of months, and short ones, in twelve languages, with their number."""
