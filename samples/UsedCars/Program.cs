using System.CommandLine;
using System.Globalization;
using System.Text;
using DslNet;
using UsedCars;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var seedOption = new Option<int>("--seed") { Description = "Makes up the cars and draws the first weights.", DefaultValueFactory = _ => 7 };
var command = new RootCommand("Learns the prices of used cars from a table of numbers and categories.") { seedOption };
command.SetAction(arguments => Run(arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static void Run(int seed)
{
    (Cars train, Cars test) = Cars.MakeUp(train: 20_000, test: 5_000, seed);
    var net = new EmbeddingNet(seed);
    Console.WriteLine($"Made up {train.Count:N0} cars to learn from, and {test.Count:N0} others to test with, of");
    Console.WriteLine($"{Cars.Makes} makes, {Cars.Models} models and {Cars.Fuels} fuels, with their age, distance and power.");
    Console.WriteLine();
    Console.WriteLine("                                        parameters   error of price   seconds");
    Console.WriteLine($"the noise of the prices, known here              0 {100 * Cars.Noise,14:F2} %         -");
    (double error, _) = Show("embeddings", net, train.ToDataset(), test.ToDataset());
    Show("0 or 1 for each make, model, fuel", new OneHotNet(seed), train.ToOneHot(), test.ToOneHot());
    Show("make, model, fuel as numbers", new NumberNet(seed), train.ToNumbers(), test.ToNumbers());
    Show("linear, of 0 or 1", new LinearNet(seed), train.ToOneHot(), test.ToOneHot());
    Console.WriteLine();

    float[] price = new float[1];
    net.Predict([0.3f, 0.4f, 1.2f], [5], [53], [1], price);
    Console.WriteLine($"A car of make 5, model 53, fuel 1, 3 years old, 40,000 km, 120 hp: {1000 * Math.Exp(price[0]):N0}.");
    Console.WriteLine($"error beyond the noise: {100 * Math.Sqrt(Math.Max(error * error - Cars.Noise * Cars.Noise, 0)):F2} %");
}

static (double Error, double Seconds) Show(string name, INetwork network, Dataset train, Dataset test)
{
    (double error, double seconds) = Recipe.Train(network, train, test);
    Console.WriteLine($"{name,-39} {network.Description.ParameterCount,10:N0} {100 * error,14:F2} % {seconds,9:F1}");
    return (error, seconds);
}
