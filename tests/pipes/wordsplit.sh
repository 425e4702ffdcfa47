# wordsplit(1), EXAMPLES
echo "It's 3.14, isn't it?" | wordsplit
echo 'Grüße, Welt!' | wordsplit -o
echo "Va-t'en voir l'avant-garde !" | wordsplit -l fr
