"""The words by which languages in Latin letters are known: the small ones that stand in every sentence.

They are in lower case, as they are written, and those that several languages have are given to each.
"""

SMALL_WORDS = {
    "en": """
        the of and to in that is was for on with as by at from has have it his they are be said not this
        which a an but or had were been will would who he she her their its after about more than when there
        if one all can we you our what into over out up also no so because before during could between
        against my them your very just how some these those him here most many being where while through
    """,
    "af": """
        die en van in het is nie dat wat vir met op te was sal om by aan hy sy hulle ook word deur kan maar
        as tot oor nog so na toe baie ons sê moet onder teen daar hierdie wees gaan uit hul eers jaar mense
    """,
    "az": """
        və bu bir da də üçün ilə ki olan edib olub edir onun daha çox sonra görə deyib bildirib olaraq kimi
        var isə o hər ən qədər həm amma deyil tərəfindən haqqında qeyd artıq yeni biz mən
    """,
    "ca": """
        el la els les de i que en un una per amb no es se del dels al als va ha han és són més com però
        aquest aquesta seva seu ser hi també van fer què entre sobre fins ja molt perquè on any després
        sense
    """,
    "cs": """
        a v na se že je s o do to z za i k pro ve by jako po si ale jsou který která které jeho aby bylo byl
        byla už jen také není podle ze své před až od tak jsme bude mezi nebo však při ještě když roku
    """,
    "cy": """
        y yn a i o ar yr mae ei am wedi ac bod eu gan oedd fod hyn sydd nid fel bydd er at ond mewn hefyd
        rhwng gyda dros eto wrth i'r o'r roedd bu cael dweud pan pobl ddim mwy ym
    """,
    "da": """
        og i at det er en den til af på for med som de ikke der har et var han om men vil fra blev sig kan
        også efter skal ud år nu over ved være eller mod havde blevet sagde siger under når hvor end bliver
        deres meget mellem kun
    """,
    "de": """
        der die und das den von mit dem des ist nicht ein eine auf für im sich auch wird dass bei nach zu
        hat als aus an er sie es wie war so um einen einem einer über noch vor zum zur haben sind werden nur
        aber oder sein durch wenn kann mehr gegen seine sagte am bis zwischen
    """,
    "eo": """
        la de kaj en estas ne ke al por kun mi li ĝi ili kiu kiuj sed aŭ ankaŭ per pri tiu oni estis sur ĉi
        kiel pli post el tio ĉar nur ĝis
    """,
    "es": """
        el la los las de que y en un una por con del se no para su al lo como más este fue ha pero es sus
        son esta entre también sobre sin hasta dos cuando donde desde ya todo porque muy está han según tras
        ser había contra ni nos le les era años
    """,
    "et": """
        ja on ei et oli see ka kui ning mis aga oma kes ta tema mida nii üle või siis selle pole juba pärast
        mitte kuid välja veel võib saab enne ütles olid eesti vastu poolt seda sest kus ühe kaks peab ole
    """,
    "eu": """
        eta da ez du bat ere izan dira zuen hau dute egin dela baina den zen bere horrek beste gero arte
        dituzte baino oso dago hori egiten ditu dio esan duten behar zuten izango artean
    """,
    "fi": """
        ja on ei se että oli hän myös ovat joka kun mutta kuin jo sen mukaan ole vain tai nyt ne jos niin
        tämä olisi sekä jossa jotka hänen heidän sitä sanoi kertoi jälkeen vielä ollut voi kanssa ennen
        siitä olla tämän mitä eivät minä me he noin
    """,
    "fr": """
        le la les des et du une est dans que qui pour pas sur au par avec ce cette sont il ont aux été leur
        de un en ne se a plus son sa ses mais elle nous vous ou comme ils deux fait être entre après était
        selon sans tout dont même lui où avait contre depuis
    """,
    "ga": """
        an na agus ar go is i a tá bhí leis le do ag sé sí ach nach don den níl faoi chun mar seo sin iad
        gur bhfuil atá ó idir de dúirt rialtas bliain beidh dá níos féin raibh
    """,
    "gl": """
        o a os as de e que do da en un unha por con non se para na no polo pola é foi máis como ao dos das
        tamén súa seu nos ou ata sobre entre xa está moi cando onde desde sen pero este esta son onte
    """,
    "ha": """
        da ya a na ta ba wannan ce ne shi su an ga don sun yi cewa daga wani kuma yana suka zai amma sai
        domin mutane kasar cikin yin tare aka kan bayan wanda ita lokacin
    """,
    "hr": """
        i je u na se da su za od s a ne o kako koji što to će bi iz ali nije sam koja kao ili po biti bio
        samo do koje te već nakon prije gdje bila rekao između također sve još više kod zbog dok kad tko
        godine vrijeme bilo nisu uz
    """,
    "hu": """
        a az és hogy nem is egy ez volt csak meg már de ha azt még el van sem vagy mint után között szerint
        ami lesz lehet mert amely ezt közölte mondta ki ahol első miatt majd aki pedig több nincs voltak
        minden kell ezért arra így nagy
    """,
    "id": """
        yang dan di ini itu dengan untuk dari tidak dalam akan pada juga ke karena oleh ada saya mereka kami
        bahwa sudah bisa telah para atau lebih kata saat adalah sebagai kepada setelah dia menjadi hanya
        orang tersebut seperti secara namun belum hari kita antara lalu
    """,
    "is": """
        og að í á er sem það við ekki til um en hann var af með eru fyrir frá hafa því hefur þess þeir hún
        verið verður eftir segir þar þegar sagði vera ég eða mjög einnig sé hafi þetta sér voru þó yfir
    """,
    "it": """
        il di che la e un una per del della in non con le gli si sono alla dei nel da ha più anche come i al
        lo è ma su dal dalla delle degli suo sua loro questo questa essere stato tra ci se o ne due dopo cui
        hanno nella contro già era
    """,
    "ku": """
        û ku di de li ji bo bi ye jî ew bû re her na be yê ev din wî xwe ên dê hat kir wek ser da nav tê lê
        ne piştî dike
    """,
    "la": """
        et in est non ad ut cum quod ex sed qui per esse quae ab sunt aut etiam hoc enim quam nec atque eius
        erat de si autem pro ac inter fuit post
    """,
    "lt": """
        ir kad yra iš su į tai bet ar kaip jis buvo ne apie dėl po nuo už jo iki bus tik jie taip dar jau
        kuri kurie sakė metų prie savo per tačiau pat nėra labai ji šis
    """,
    "lv": """
        un ir ka no ar par uz bet tas kas arī lai ne vai bija pēc viņš kā gan tā tika pie nav būs līdz pirms
        jau to šo pret starp savu savas tikai viņi kurš vēl gada teica ļoti
    """,
    "ms": """
        yang dan di ini itu dengan untuk dari daripada tidak dalam akan pada juga ke kerana oleh ada saya
        mereka kami bahawa sudah boleh telah para atau lebih kata ketika adalah sebagai kepada selepas
        beliau menjadi hanya orang tersebut seperti secara namun belum hari kita antara berkata ialah
    """,
    "mt": """
        li u ta l il ma fuq għal dan din minn fil hija kien biex qal se kif hu mhux huwa wara bejn mill tal
        kienet dwar għall aktar jew kollha dawn ukoll għandu ġie
    """,
    "nl": """
        de het een van en in dat is op te voor met zijn niet aan er door ook naar bij uit maar om heeft die
        hij ze als nog wordt over dan zich was tot worden kan meer hebben deze wat of geen zou moet tegen
        onder volgens tussen haar
    """,
    "no": """
        og i at det er en den til av på for med som de ikke har et var han om men vil fra ble seg kan også
        etter skal ut år nå over ved være eller mot hadde blitt sa sier under når hvor enn blir deres mye
        mellom bare ikkje eg ein frå noko vere
    """,
    "pl": """
        i w na z że się nie do jest to od o po przez dla jak oraz który które być ma za także jego która a
        są ale tym czy już został będzie przed tego było jej ich przy tylko ze był może pod ponad między
        jako powiedział nad też roku by lub
    """,
    "pt": """
        o a os as de que e do da em um uma para com não dos das no na se por mais foi ao como é à ou mas sua
        seu são pelo pela nos nas entre também até já está muito quando sobre depois tem ser sem há disse
        segundo num numa era aos isso
    """,
    "ro": """
        și de la în a că nu cu pe din care o pentru este un să au fost mai sunt ca lui dar după prin sau
        între al ai ale această acest când ce unui unei fi va se le ei către fără doar despre până potrivit
        spus si sa in
    """,
    "sk": """
        a v na sa že je s o do to z za aj k pre vo by ako po si ale sú ktorý ktorá ktoré jeho aby bolo bol
        bola už len tiež nie podľa zo svoje pred až od tak sme bude medzi alebo však pri ešte keď roku
        povedal boli
    """,
    "sl": """
        in je v na se da so za z ki ne o pa po bi tudi s iz ali od do bo kot kaj še pri bil bila že ni le
        bilo več med kjer zaradi ko kako te bodo smo pred lahko svoje tem letih nekaj rekel
    """,
    "so": """
        oo iyo ka ku waxa waxaa uu ay ah in la u ee soo waa ayaa aan si kale wax kaas inuu badan dalka dadka
        isaga leh lagu sida laga
    """,
    "sq": """
        të e në dhe i për me një që nga më se është u do ka si ishte por nuk tha tij këtë kanë edhe pas duke
        kjo janë ky ai saj pa deri shumë ndaj ose mes kur ndërsa duhet
    """,
    "sr": """
        i je u na se da su za od s a ne o kako koji što to će bi iz ali nije sam koja kao ili po biti bio
        samo do koje te već nakon pre gde bila rekao između takođe sve još više kod zbog dok kad ko šta sa
        godine vreme posle bilo nisu uz dve
    """,
    "sv": """
        och att det som en på är av för med till den har inte om ett de i från var vid så kan men han sig
        ska hade eller vi också efter blir under över mot när vara nu skulle mellan där enligt säger sade
        bara då sedan mycket år än ut hans ingen
    """,
    "sw": """
        na ya wa kwa ni katika la za kuwa hiyo huo hii cha kama ili wakati pia alisema lakini watu huku
        mwaka baada baina hao huyo yake wake vya tu bila nchi serikali hayo hakuna sana
    """,
    "tl": """
        ang ng sa na mga ay at ni si ito para hindi kay may kanyang siya nila isang kung din rin pa lang
        niya noong ayon upang mula ngunit nang dahil kanilang ako natin pero
    """,
    "tr": """
        ve bir bu da de için ile olarak olan daha çok gibi ne kadar sonra en ama olduğu göre var ki diye o
        her ancak değil ya dedi söyledi etti oldu tarafından iki ise yeni ilk hem bunu edildi yıl şu
        arasında olduğunu önce hiç önemli
    """,
    "uz": """
        va bu bilan uchun bir ham bo ga edi esa deb o emas bo'lgan yil qilgan haqida kerak keyin bor lekin
        uning ular shu hamda qilish bo'ladi mumkin eng ko'p
    """,
    "vi": """
        và của là các có được trong cho không một với những này đã khi người đến để ở từ cũng sẽ về tại theo
        như ông sau năm ra vào trên nhiều phải đó bị ngày thì lại đang nước nhưng họ bà rằng
    """,
    "yo": """
        ní àti ti tí wọn ó ń kò sì fún àwọn láti jẹ́ ṣe kan sí náà bí tó wọ́n ni lọ pé nínú yìí
    """,
    "zu": """
        ukuthi futhi uma kodwa nge noma ngoba kakhulu lapho kanye abantu kuyo nokho yena bona ngaphandle
        njengoba omunye ukuze kusukela wathi leli lokhu umuntu
    """,
}  # fmt: skip
"""The commonest words of a language, by its ISO code."""

SIGNS = {
    "az": "ə",
    "cs": "ěřů",
    "da": "æø",
    "de": "ß",
    "eo": "ĉĝĥĵŝŭ",
    "es": "ñ¿¡",
    "et": "õ",
    "hu": "őű",
    "is": "ðþ",
    "lt": "ėįų",
    "lv": "ģķļņ",
    "mt": "ħġ",
    "no": "æø",
    "pl": "łśź",
    "pt": "ãõ",
    "ro": "ășțţ",
    "sk": "ľĺŕ",
    "tr": "ğış",
    "vi": "ạảấầẩẫậắằẳặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư",
    "yo": "ẹọṣ",
}  # fmt: skip
"""Letters by which a language is known among those that have words in common with it."""
