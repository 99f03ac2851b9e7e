"""Small words (articles, prepositions, pronouns, auxiliaries) by which a sentence shows its language."""

from __future__ import annotations

ENGLISH = frozenset(
    "the of and to in a is that for it was on are as with his they at be this from have or by one had not but "
    "what all were when we there can an your which their said if do will each about how up out them then she "
    "many some so these would other into has more her two him see could no than been its who now people my made "
    "over did down only after he you i our me us also just because any where before through between during "
    "under while against".split()
)
_BY_LANGUAGE = {
    "German": (
        "der die das und ist nicht mit den dem ein eine von zu auf für im sich des auch als bei nach aus wird "
        "wurde sind hat er sie es wie dass oder noch über einem einer zum zur"
    ),
    "French": (
        "le la les des et est une un dans que qui pour pas sur au avec il elle ce cette du en sont par plus ne "
        "se ses aux été mais nous vous leur ont"
    ),
    "Spanish": (
        "el la los las de que y en un una por con no para es al lo como más pero sus le ya o este sí porque "
        "esta entre cuando muy sin sobre del se su fue ha"
    ),
    "Portuguese": (
        "o a os as de que e em um uma por com não para é ao do da no na mais como mas dos das se foi pela pelo "
        "são também ele ela já seu sua"
    ),
    "Italian": (
        "il la lo gli le di che e in un una per con non è al del della dei delle sono più anche come ma nel "
        "nella si ha alla dal questo questa"
    ),
    "Dutch": (
        "de het een en van is dat niet in op te zijn met voor aan er ook als maar om bij door naar uit werd "
        "heeft wordt nog deze over dan"
    ),
    "Polish": (
        "i w na z do nie się że jest to o po za przez od dla jak są był była przy tym ale oraz który która "
        "będzie już tak jego"
    ),
    "Czech": (
        "a v na se je že z do s o to i k pro za by jako jsou po od ve podle ale jeho který která bylo byl byla "
        "už také si"
    ),
    "Swedish": (
        "och att det i som en på är av för med till den har de inte om ett han men var från vi kan sig så efter "
        "hade eller där hon"
    ),
    "Danish": (
        "og i at det er en til på som af for med den de ikke der har et om var fra han men sig kan så efter hun "
        "være også"
    ),
    "Finnish": (
        "ja on ei että se oli hän ovat mutta myös kun joka sen niin tai mukaan kuin olla ole jo vain ollut sekä hänen"
    ),
    "Romanian": (
        "și în de la a cu pe este care că nu din o un pentru mai au fost să se sunt prin după sau lui al ale dar fi"
    ),
    "Turkish": (
        "ve bir bu da de için ile çok olarak daha olan gibi kadar sonra ancak ise ne var değil olduğu "
        "tarafından en o ama"
    ),
    "Indonesian": (
        "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke adalah tersebut telah oleh bisa "
        "sudah mereka ada kami saat karena kata"
    ),
    "Vietnamese": (
        "và của là có trong cho không được các với một những người này đã khi đến về để từ như cũng ở ra tại"
    ),
    "Hungarian": (
        "a az és hogy nem is egy van volt de meg már csak ezt azt el mint még lesz után szerint között pedig ez"
    ),
    "Croatian": ("i je u na se da su za od a s o ne kao što koji koja bi nije će iz do ali te po ili već"),
}

FOREIGN = {language: frozenset(words.split()) for language, words in _BY_LANGUAGE.items()}
"""The small words of each language, those that look like English ones included."""
