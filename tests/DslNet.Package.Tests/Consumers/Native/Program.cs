using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using DslNet;

var net = new LeNet5(seed: 1);
float[] outputs = new float[10];
net.Predict(new float[28 * 28], outputs);

// Whoever starts the program says when, by the clock that all processes share.
double milliseconds = Stopwatch.GetElapsedTime(long.Parse(args[0], CultureInfo.InvariantCulture)).TotalMilliseconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"milliseconds:{milliseconds:F1}"));
Console.WriteLine($"outputs:{outputs.Count(float.IsFinite)}");
Console.WriteLine($"AVX2:{Avx2.IsSupported}");

// The bits of what is predicted and learned, for one sample and for many.
const int samples = 40;
var random = new Random(5);
float[] inputs = new float[samples * 28 * 28], many = new float[samples * 10];
for (int i = 0; i < inputs.Length; i++)
    inputs[i] = random.NextSingle();
int[] labels = new int[samples];
for (int i = 0; i < samples; i++)
    labels[i] = i % 10;
net.Predict(inputs.AsSpan(0, 28 * 28), outputs);
net.Predict(inputs, many);
Console.WriteLine($"one:{Bits(outputs)}");
Console.WriteLine($"many:{Bits(many)}");
var optimizer = new Adam(1e-3f);
for (int step = 0; step < 5; step++)
    optimizer.Step(net, inputs, labels);
Console.WriteLine($"parameters:{Bits(net.Parameters)}");

static string Bits(ReadOnlySpan<float> values)
{
    ulong hash = 14695981039346656037;
    foreach (byte value in MemoryMarshal.AsBytes(values))
        hash = (hash ^ value) * 1099511628211;
    return hash.ToString("x16", CultureInfo.InvariantCulture);
}
