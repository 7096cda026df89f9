using System.CommandLine;
using DslNet.Search;
using DslNet.Tool.Searching;

namespace DslNet.Tool.Commands;

/// <summary>Searches for settings of a program.</summary>
internal static class SearchCommand
{
    // Waits are of at most so many milliseconds as an int has.
    private const int MostSeconds = int.MaxValue / 1000;

    public static Command Create()
    {
        var journal = new Option<string>("--journal") { Description = "The file in which everything is written down. A search that is started again goes on.", Required = true };
        var trials = new Option<int>("--trials") { Description = "How many trials there are to be in the journal.", DefaultValueFactory = _ => 60 };
        var workers = new Option<int>("--workers") { Description = "How many trials run at once.", DefaultValueFactory = _ => 1 };
        var sampler = new Option<string>("--sampler") { Description = "tpe or random.", DefaultValueFactory = _ => "tpe" };
        sampler.AcceptOnlyFromAmong("tpe", "random");
        var seed = new Option<int>("--seed") { Description = "Draws the settings.", DefaultValueFactory = _ => 0 };
        var halving = new Option<string>("--halving") { Description = "First step and factor of successive halving, such as 1,3." };
        var timeOut = new Option<int?>("--time-out") { Description = "For how many seconds a trial may run; then its process is ended, and it failed. For as long as it does, unless given." };
        timeOut.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is <= 0 or > MostSeconds)
                result.AddError($"--time-out is {result.Tokens[0].Value}. Write seconds, from 1 to {MostSeconds}.");
        });
        var real = new Option<string[]>("--real") { Description = "A number: name, least, most, and log for a logarithmic range.", Arity = new(3, 4), AllowMultipleArgumentsPerToken = true };
        var integer = new Option<string[]>("--integer") { Description = "A whole number: name, least, most, and log.", Arity = new(3, 4), AllowMultipleArgumentsPerToken = true };
        var choice = new Option<string[]>("--choice") { Description = "A word: name, and the words with commas between.", Arity = new(2, 2), AllowMultipleArgumentsPerToken = true };
        var plot = new Option<string>("--plot") { Description = "An SVG file for the losses." };
        var program = new Argument<string[]>("program") { Description = "Behind --, the program and its arguments; {name} is a setting's value.", Arity = ArgumentArity.OneOrMore };
        foreach (Option<string[]> setting in new[] { real, integer, choice })
            setting.Arity = ArgumentArity.ZeroOrMore;
        var command = new Command("search", "Searches for the settings with which a program ends with the least loss.") { journal, trials, workers, sampler, seed, halving, timeOut, real, integer, choice, plot, program };
        command.SetAction(arguments => Run(
            SpaceReader.Read(arguments.GetValue(real) ?? [], arguments.GetValue(integer) ?? [], arguments.GetValue(choice) ?? []), arguments.GetValue(journal)!, arguments.GetValue(trials), arguments.GetValue(workers),
            arguments.GetValue(sampler) == "random" ? new RandomSampler(arguments.GetValue(seed)) : new TpeSampler(arguments.GetValue(seed)), SpaceReader.Halving(arguments.GetValue(halving)),
            arguments.GetValue(timeOut) is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan, arguments.GetValue(plot), arguments.GetValue(program)!));
        return command;
    }

    private static void Run(SearchSpace space, string journal, int trials, int workers, ISampler sampler, SuccessiveHalving? halving, TimeSpan timeOut, string? plot, string[] program)
    {
        using Search.Search search = new(space, journal)
        {
            Trials = trials,
            Sampler = sampler,
            Halving = halving,
            Progress = trial => Console.Error.WriteLine($"trial {trial.Number}: {(trial.State == TrialState.Failed ? trial.Error : FormattableString.Invariant($"loss {trial.Loss:G6}"))}{(trial.State == TrialState.Stopped ? ", stopped" : "")}"),
        };
        SearchResult result;
        try
        {
            result = search.Run(trial => TrialProcess.Run(program, timeOut, trial), workers);
        }
        catch (InvalidOperationException e) when (e.InnerException is OperationCanceledException or IOException or TimeoutException or InvalidDataException)
        {
            throw new IOException(e.Message, e);
        }

        Console.Write(result.Table());
        if (plot is not null)
            result.SavePlot(plot);
    }
}
