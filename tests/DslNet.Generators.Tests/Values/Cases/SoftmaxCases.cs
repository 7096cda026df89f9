using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Softmax and its logarithm beyond what every activation is tried with.</summary>
internal static class SoftmaxCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Softmax of one", Of(Small, Extent.Vector(1), new Dense(1), new Softmax()));
        cases.Add("Softmax of 33", Of(Few, Extent.Vector(3), new Dense(33), new Softmax()));
        cases.Add("LogSoftmax of one", Of(Small, Extent.Vector(1), new Dense(1), new LogSoftmax()));
        cases.Add("LogSoftmax of 33", Of(Few, Extent.Vector(3), new Dense(33), new LogSoftmax()));
        cases.Add("LogSoftmax of an image with 11 channels", Of(Few, Extent.Image(2, 3, 2), new Conv2D(11, 1, 1), new LogSoftmax(), new Conv2D(2, 2, 2)));
    }
}
