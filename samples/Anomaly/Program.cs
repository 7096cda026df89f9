using System.CommandLine;
using System.Globalization;
using System.Text;
using DslNet;
using FashionMnist;
using UnseenClothing;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var dataOption = new Option<string>("--data") { Description = "Folder of Fashion-MNIST's four files.", DefaultValueFactory = _ => "data/fashion-mnist" };
var unseenOption = new Option<int>("--unseen") { Description = "The class that is kept from the network: 0 to 9.", DefaultValueFactory = _ => 8 };
var epochsOption = new Option<int>("--epochs") { Description = "How often every image is seen.", DefaultValueFactory = _ => 5 };
var seedOption = new Option<int>("--seed") { Description = "Draws first weights and the images' order.", DefaultValueFactory = _ => 1 };
unseenOption.Validators.Add(result =>
{
    if ((uint)result.GetValueOrDefault<int>() >= (uint)FashionImages.Classes.Count)
        result.AddError("--unseen must be from 0 to 9.");
});
epochsOption.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
        result.AddError("--epochs must be 1 or more.");
});
var command = new RootCommand("Learns nine kinds of clothing, and finds those of the tenth: an autoencoder.") { dataOption, unseenOption, epochsOption, seedOption };
command.SetAction(arguments => Run(arguments.GetValue(dataOption)!, arguments.GetValue(unseenOption), arguments.GetValue(epochsOption), arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static int Run(string folder, int unseen, int epochs, int seed)
{
    if (!FashionImages.AreIn(folder))
    {
        Console.Error.WriteLine($"Fashion-MNIST is not in {folder}.\nFetch it with: eng/get-fashion-mnist.sh {folder}");
        return 1;
    }

    Dataset train, test;
    try
    {
        (train, test) = (FashionImages.Load(folder, FashionImages.Train), FashionImages.Load(folder, FashionImages.Test));
    }
    catch (InvalidDataException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }

    var net = new Autoencoder(seed);
    Console.WriteLine($"{Autoencoder.ParameterCount:N0} parameters, {net.Description.MultiplyAdds:N0} multiply-adds for an image.");

    Dataset seen = Reconstruction.OfClass(train, unseen, isWanted: false);
    Console.WriteLine($"Learning from {seen.Count:N0} images, none of which shows: {FashionImages.Classes[unseen]}.");
    FitResult result = net.Fit(seen, new FitOptions
    {
        Epochs = epochs,
        BatchSize = 128,
        Optimizer = new Adam(1e-3f),
        Progress = new ConsoleProgressBar(),
    });

    float[] errors = Reconstruction.Errors(net, test);
    int[] labels = test.Labels.ToArray();
    Console.WriteLine();
    Console.WriteLine("Mean error of the test's images:");
    for (int kind = 0; kind < FashionImages.Classes.Count; kind++)
    {
        float[] ofKind = [.. errors.Where((_, i) => labels[i] == kind)];
        string mean = ofKind.Length == 0 ? "-" : $"{ofKind.Average():F4}";
        Console.WriteLine($"{kind} {FashionImages.Classes[kind],-9}  {mean}{(kind == unseen ? "  never seen" : "")}");
    }

    Console.WriteLine();
    Console.WriteLine($"Trained in {result.Elapsed.TotalSeconds:F1} s.");
    Console.WriteLine($"AUC of the error, the unseen class against all others: {Ranking.Auc(errors, [.. labels.Select(label => label == unseen)]):F4}");
    return 0;
}
