using System.Diagnostics;
using System.Globalization;
using DslNet;

Strict.StrictNet net = new(seed: 1);
float[] outputs = new float[3];
net.Predict(stackalloc float[64], outputs);
int[] labels = [0, 2];
Dataset data = Dataset.FromLabels(new float[128], labels, 64);
net.Fit(data, new FitOptions { Epochs = 1, BatchSize = 2, Optimizer = new AdamW(1e-3f) });
bool disabled = typeof(Strict.StrictNet).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), inherit: false)
    .OfType<DebuggableAttribute>().Any(attribute => attribute.IsJITOptimizerDisabled);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"outputs:{outputs.Length}"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"optimiser disabled:{disabled}"));
