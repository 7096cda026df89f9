using System.Diagnostics;
using DslNet.Onnx.Models;
using DslNet.Onnx.Tests.Policies;
using DslNet.Onnx.Tests.Proto;

namespace DslNet.Onnx.Tests.Models;

/// <summary>What decision 29 says: the time of the first reading of a file in a process, and what it allocates. No tests: each is run in a process of its own.</summary>
public sealed class ReaderFigures
{
    [Fact(Explicit = true)]
    public void Own() => Measure(bytes => OnnxModelReader.Read(bytes));

    [Fact(Explicit = true)]
    public void Google() => Measure(bytes => ModelProto.Parser.ParseFrom(bytes));

    private static void Measure(Func<byte[], object> read)
    {
        byte[] bytes = File.ReadAllBytes(PolicyFiles.All.MaxBy(file => new FileInfo(file).Length)!);
        long allocated = GC.GetAllocatedBytesForCurrentThread(), begin = Stopwatch.GetTimestamp();
        GC.KeepAlive(read(bytes));
        double first = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        long first2 = GC.GetAllocatedBytesForCurrentThread() - allocated;
        begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < 1000; i++)
            GC.KeepAlive(read(bytes));
        TestContext.Current.TestOutputHelper!.WriteLine($"{bytes.Length} bytes: first {first:F2} ms, then {Stopwatch.GetElapsedTime(begin).TotalMicroseconds / 1000:F1} us; first allocates {first2} bytes");
    }
}
