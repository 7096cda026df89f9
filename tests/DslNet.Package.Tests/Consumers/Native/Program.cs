using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics.X86;

var net = new LeNet5(seed: 1);
float[] outputs = new float[10];
net.Predict(new float[28 * 28], outputs);
double milliseconds = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"milliseconds:{milliseconds:F1}"));
Console.WriteLine($"outputs:{outputs.Count(float.IsFinite)}");
Console.WriteLine($"AVX2:{Avx2.IsSupported}");
