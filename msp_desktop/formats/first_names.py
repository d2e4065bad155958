"""The commonest first names of France: which of two words is one, when nothing else tells."""

from __future__ import annotations

#: Folded; those given most often to people born from 1940 to 2000.
FIRST_NAMES = frozenset(
    """
    adele adeline adrien agathe agnes alain albert alban alexandra alexandre alexia alexis alice aline amandine
    amelie anais andre andree angelique anna anne annick annie anthony antoine antoinette antonin arlette armand
    arnaud arthur audrey aurelie aurelien aurore axel baptiste barbara bastien beatrice benedicte benjamin benoit
    bernadette bernard berthe bertrand brigitte bruno camille carine carole caroline catherine cecile cedric celia
    celine chantal charlene charles charlotte chloe christel christelle christian christiane christine christophe
    claire clara claude claudie claudine clemence clement clotilde colette coralie corentin corinne cyril cyrille
    damien daniel daniele danielle david davy deborah delphine denis denise didier dominique dorothee edith edouard
    edwige eliane elisa elisabeth elise elodie eloise elsa emeline emile emilie emma emmanuel emmanuelle eric erick
    ericka estelle esther etienne eugene eugenie eva eveline evelyne fabian fabien fabienne fabrice fanny faustine
    felix fernand fernande flavie flora florence florent florian florine francine francis franck francois francoise
    frank frederic frederique gabriel gabrielle gael gaelle gaetan gaston genevieve georges georgette gerald
    geraldine gerard germaine ghislaine gilbert gilberte gilles ginette gisele gregoire gregory guillaume guy
    gwenaelle gwendoline henri henriette herve honorine hubert hugo hugues huguette ingrid irene isabelle ivan
    jacqueline jacques jean jeanne jeannine jennifer jeremie jeremy jerome jessica joel joelle johan johanna
    jonathan jose joseph josephine josette josiane judith jules julia julie julien juliette justine karim karine
    kevin laetitia laura laure laurence laurent laurie lea leila leo leon leonie liliane lionel lisa loic louis
    louise louisette luc lucas lucette lucie lucien lucienne lucile ludivine ludovic lydia lydie madeleine magali
    manon manuel marc marcel marcelle margaux margot marguerite maria marianne marie marielle marina marine marion
    marjorie marthe martial martin martine maryline maryse mathieu mathilde matthieu maud maurice maxence maxime
    melanie melissa michel michele micheline michelle mickael mireille mohamed monique morgane muriel myriam nadege
    nadia nadine nancy natacha nathalie nathan nelly nicolas nicole noel noelle noemie odette odile oceane olivia
    olivier orlane pascal pascale patrice patricia patrick paul paule paulette pauline philippe pierre pierrette
    pierrick quentin rachel raoul raphael raphaelle raymond raymonde regine regis remi remy renaud rene renee
    richard robert roger roland rolande romain romane rosalie rose roseline roxane sabine sabrina salome samuel
    sandra sandrine sara sarah sebastien segolene serge severine simon simone solange solene sonia sophie stanislas
    stephane stephanie steve suzanne suzette sylvain sylvaine sylvette sylviane sylvie tanguy tatiana teddy theo
    theodore therese thibault thibaut thierry thomas tiphaine tristan ulysse valentin valentine valerie vanessa
    veronique victor victoire victoria vincent violaine virginie viviane vivien wilfried william xavier yann
    yannick yasmina yoann yohan yolande yvan yves yvette yvon yvonne zoe
    """.split()
)
