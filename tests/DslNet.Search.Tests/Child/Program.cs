using DslNet.Search;

// A search of its own: journal, trials, milliseconds of each, and a file to which each trial that ends is told.
SearchSpace space = new();
RealSetting x = space.Real("x", -5, 5);
space.Choice("kind", "a", "b");
using Search search = new(space, args[0]) { Trials = int.Parse(args[1]), Sampler = new RandomSampler(seed: 3) };
search.Run(trial =>
{
    Thread.Sleep(int.Parse(args[2]));
    return trial[x] * trial[x];
});
