using System.CommandLine;
using System.Globalization;
using DigitSettings;
using DslNet;
using DslNet.Search;
using HandwrittenDigits;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var journalOption = new Option<string>("--journal") { Description = "Where trials are written down. Start the program twice to share them.", DefaultValueFactory = _ => "settings.journal" };
var trialsOption = new Option<int>("--trials") { Description = "How many trials there are to be.", DefaultValueFactory = _ => 40 };
var workersOption = new Option<int>("--workers") { Description = "How many run at once.", DefaultValueFactory = _ => 1 };
var seedOption = new Option<int>("--seed") { Description = "Draws the settings.", DefaultValueFactory = _ => 1 };
var command = new RootCommand("Searches for a network and its settings for handwritten digits.") { journalOption, trialsOption, workersOption, seedOption };
command.SetAction(arguments => Run(arguments.GetValue(journalOption)!, arguments.GetValue(trialsOption), arguments.GetValue(workersOption), arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static void Run(string journal, int trials, int workers, int seed)
{
    // The test's digits take no part: of the others, a fifth tells how good settings are.
    (Dataset train, Dataset test) = Digits.Load(seed: 7);
    (Dataset learned, Dataset validation) = train.Split(train.Count * 4 / 5, seed: 8);
    NetworkThreads.Count = 1;
    SearchSpace space = new();
    RealSetting rate = space.Real("learning rate", 1e-4, 1e-1, logarithmic: true);
    IntegerSetting batch = space.Integer("batch", 8, 256, logarithmic: true);
    ChoiceSetting<Func<int, INetwork>> network = space.Choice<Func<int, INetwork>>(
        "network", ("flat", number => new FlatNet(number)), ("wide", number => new WideNet(number)), ("image", number => new ImageNet(number)));
    using Search search = new(space, journal)
    {
        Trials = trials,
        Sampler = new TpeSampler(seed),
        Halving = new SuccessiveHalving(FirstStep: 2, Factor: 3),
        Progress = trial => Console.WriteLine($"trial {trial.Number}: {trial.Loss:F4}{(trial.State == TrialState.Stopped ? $", stopped at {trial.Reports[^1].Step}" : "")}"),
    };
    SearchResult result = search.Run(trial => Train(trial.Get(network)(trial.Number), (float)trial[rate], trial[batch], 18, learned, validation, trial), workers);
    Console.WriteLine();
    Console.Write(result);
    result.SavePlot(Path.ChangeExtension(journal, ".svg"));
    if (result.Best is not { } best)
        return;
    INetwork chosen = network.Names.ToList().IndexOf(best.Values["network"]) switch { 0 => new FlatNet(1), 1 => new WideNet(1), _ => new ImageNet(1) };
    Train(chosen, float.Parse(best.Values["learning rate"], null), int.Parse(best.Values["batch"], null), 18, train, test, null);
    Console.WriteLine($"test accuracy: {chosen.Evaluate(test).Accuracy:F4}");
}

static double Train(INetwork net, float rate, int batch, int epochs, Dataset train, Dataset validation, Trial? trial)
{
    double loss = double.NaN;
    net.Fit(train, new FitOptions
    {
        Optimizer = new Adam(rate),
        BatchSize = batch,
        Epochs = epochs,
        Validation = validation,
        Callback = progress =>
        {
            if (progress.ValidationLoss is { } validated && trial?.Report(progress.Epoch, loss = validated) == false)
                progress.Stop();
        },
    });
    return loss;
}
