using System.CommandLine;
using System.Globalization;
using System.Text;
using DslNet;
using DslNet.Data;
using UsedCars;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var seedOption = new Option<int>("--seed") { Description = "Makes up the cars and draws the first weights.", DefaultValueFactory = _ => 7 };
var command = new RootCommand("Learns the prices of used cars from a table of numbers and categories.") { seedOption };
command.SetAction(arguments => Run(arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static void Run(int seed)
{
    (Table train, Table test) = Cars.MakeUp(train: 20_000, test: 5_000, seed);
    Console.WriteLine($"Made up {train.RowCount:N0} cars to learn from, and {test.RowCount:N0} others to test with, of");
    Console.WriteLine($"{Cars.Makes} makes, {Cars.Models} models and {Cars.Fuels} fuels, with their age, distance and power.");
    Console.WriteLine();
    Console.WriteLine("                                        parameters   error of price   seconds");
    Console.WriteLine($"the noise of the prices, known here              0 {100 * Cars.Noise,14:F2} %         -");
    (TableModel<EmbeddingNet> model, double error) = Show("embeddings", new EmbeddingNet(seed), Recipes.Embeddings, train, test);
    Show("0 or 1 for each make, model, fuel", new OneHotNet(seed), Recipes.OneHot, train, test);
    Show("make, model, fuel as numbers", new NumberNet(seed), Recipes.Numbers, train, test);
    Show("linear, of 0 or 1", new LinearNet(seed), Recipes.OneHot, train, test);
    Console.WriteLine();

    double price = model.Predict(new Row { ["make"] = 5, ["model"] = 53, ["fuel"] = 1, ["age"] = 3, ["km"] = 40_000, ["power"] = 120 }).Number;
    Console.WriteLine($"A car of make 5, model 53, fuel 1, 3 years old, 40,000 km, 120 hp: {price:N0}.");
    Console.WriteLine($"error beyond the noise: {100 * Math.Sqrt(Math.Max(error * error - Cars.Noise * Cars.Noise, 0)):F2} %");
}

static (TableModel<TNetwork> Model, double Error) Show<TNetwork>(string name, TNetwork network, Recipe recipe, Table train, Table test) where TNetwork : INetwork
{
    (TableModel<TNetwork> model, double seconds) = Training.Train(network, recipe, train);
    double error = Training.Error(model, test);
    Console.WriteLine($"{name,-39} {network.Description.ParameterCount,10:N0} {100 * error,14:F2} % {seconds,9:F1}");
    return (model, error);
}
