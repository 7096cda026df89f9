using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;

var net = new LeNet5(seed: 1);
float[] outputs = new float[10];
net.Predict(new float[28 * 28], outputs);

// Whoever starts the program says when, by the clock that all processes share.
double milliseconds = Stopwatch.GetElapsedTime(long.Parse(args[0], CultureInfo.InvariantCulture)).TotalMilliseconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"milliseconds:{milliseconds:F1}"));
Console.WriteLine($"outputs:{outputs.Count(float.IsFinite)}");
Console.WriteLine($"AVX2:{Avx2.IsSupported}");
