using System.Globalization;
using System.IO.Compression;
using DslNet;

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
float[] targets = [0, 1, 1, 0];
var xor = new Xor(seed: 1);
xor.Fit(Dataset.FromTargets(inputs, targets, 2, 1), new FitOptions { Epochs = 1000, BatchSize = 4, Optimizer = new Adam(0.05f) });
Console.WriteLine("xor:" + string.Join(' ', Enumerable.Range(0, 4).Select(i => xor.PredictClass(inputs.AsSpan(2 * i, 2)))));

List<float> pixels = [];
List<int> labels = [];
using (Stream resource = typeof(Xor).Assembly.GetManifestResourceStream("digits.csv.gz")!)
using (var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress)))
{
    while (reader.ReadLine() is { } line)
    {
        int[] numbers = [.. line.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        pixels.AddRange(numbers[..^1].Select(number => number / 16f));
        labels.Add(numbers[^1]);
    }
}

(Dataset train, Dataset test) = Dataset.FromLabels(pixels.ToArray(), labels.ToArray(), 64).Split(1437, 7);
var net = new DigitNet(seed: 7);
net.Fit(train, new FitOptions { Epochs = 8, BatchSize = 32, Optimizer = new Adam(2e-3f) });
Console.WriteLine("digits:" + net.Evaluate(test).Accuracy.ToString(CultureInfo.InvariantCulture));

[Network, Input(2), Dense(8), Tanh, Dense(1), BinaryCrossEntropy]
internal sealed partial class Xor;

[Network]
[Input(1, 8, 8)]
[Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(64), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class DigitNet;
