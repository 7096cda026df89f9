using DslNet;
using Library;

var net = new Classifier(seed: 3);
float[] inputs = new float[8 * 4];
for (int i = 0; i < inputs.Length; i++)
    inputs[i] = i / 32f;
net.Fit(Dataset.FromLabels(inputs, new[] { 0, 1, 2, 0, 1, 2, 0, 1 }, 4), new FitOptions { Epochs = 2, BatchSize = 4, Optimizer = new SGD(0.1f) });

string file = Path.Combine(AppContext.BaseDirectory, "weights.safetensors");
net.Save(file);
var copy = new Classifier();
copy.Load(file);
float[] first = new float[8 * 3], second = new float[8 * 3];
net.Predict(inputs, first);
copy.Predict(inputs, second);
Console.WriteLine("library:" + (first.AsSpan().SequenceEqual(second) ? "same bits" : "different"));
