"""The demo company: eighteen months of work with invented customers, told so that the method can be seen at work.

Everything is written by the same actions that the screens call, day after day, with a `today` that moves along the
story. The same seed and the same last day give the same company, so that its houses can be computed by hand.

material/    who is who and what is said, as tables: edit these to change the story
agenda       acts in the order of their days
casting      companies as the tables tell them, the rest drawn by the seed
founding     our own organisation; customers with their posts and people
diary        which contact was held when, with whom, and what it showed
writing      each kind of act, as calls of the apps' actions
build        all of it in one transaction
"""
