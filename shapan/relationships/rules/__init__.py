"""The arithmetic of the house. Pure: numbers and terms in, readings with their parts out.

policy   the parameters, in one frozen object whose version every answer carries
levels   evidence → level
pillars  key relationships: IR, CR, SI, OW, UW, LM and their kin
general  the foundation: eleven indicators, three parts, a grade
roof     the organisational relationship: six indicators in four segments
"""
