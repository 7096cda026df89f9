using System.CommandLine;
using System.Globalization;
using DslNet.Generators.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var repeats = new Option<int>("--repeats") { Description = "How often each figure is measured.", DefaultValueFactory = _ => 21 };
repeats.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
        result.AddError("--repeats must be 1 or more.");
});
var root = new RootCommand("How long the generator and the analyzer take in a warm compiler, and how much text the generator writes.") { repeats };
root.SetAction(arguments => Report.Write(arguments.GetValue(repeats)));
return root.Parse(args).Invoke();
