using System.Reflection;
using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>A network that cannot be built still compiles, and refuses to work.</summary>
public sealed class InvalidNetworkTests
{
    [Theory]
    [InlineData("[Input(1, 8, 8), Dense(3), MeanSquaredError]")]
    [InlineData("[Input(4), Dense(0)]")]
    [InlineData("[Input(4), Conv2D(2, 3)]")]
    [InlineData("[Input(4), Dense(3), Add(\"Input\")]")]
    [InlineData("[Dense(3), SoftmaxCrossEntropy]")]
    [InlineData("[Input(4, Gradient = true)]")]
    public void It_compiles_and_throws(string attributes)
    {
        NetworkAssembly assembly = NetworkAssembly.Compile(
            $$"""
            /// <summary>A network.</summary>
            [Network]
            {{attributes}}
            public sealed partial class Net;

            /// <summary>Uses it.</summary>
            public static class Use
            {
                /// <summary>Trains it.</summary>
                public static float Train(float[] x, float[] y)
                {
                    var net = new Net(seed: 3);
                    net.Predict(x, y);
                    return net.ComputeLoss(x, y) + net.ComputeGradients(x, y) + net.Parameters[0] + net.Gradients[0];
                }
            }
            """);
        MethodInfo train = assembly.Type("Use").GetMethod("Train")!;
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => train.Invoke(null, [new float[4], new float[4]]));
        Assert.Contains("Net", Assert.IsType<InvalidOperationException>(thrown.InnerException).Message, StringComparison.Ordinal);
    }

    /// <summary>With named ports too, whatever is wrong with it.</summary>
    [Theory]
    [InlineData("[Input(4, Name = \"state\"), Dense(0), Output(\"policy\"), MeanSquaredError]")]
    [InlineData("[Input(1, 8, 8, Name = \"state\"), Dense(3), Output(\"policy\"), MeanSquaredError(Of = \"value\")]")]
    [InlineData("[Input(4, Name = \"state\"), Dense(3, Name = \"policy\"), Output(\"policy\"), MeanSquaredError, Dense(3)]", "Policy2")]
    public void It_does_with_named_ports(string attributes, string policy = "Policy")
    {
        NetworkAssembly assembly = NetworkAssembly.Compile(
            $$"""
            /// <summary>A network.</summary>
            [Network]
            {{attributes}}
            public sealed partial class Net;

            /// <summary>Uses it.</summary>
            public static class Use
            {
                /// <summary>Trains it.</summary>
                public static float Train(float[] x, float[] y)
                {
                    var net = new Net(seed: 3);
                    net.Predict(x, y);
                    Net.Samples samples = new() { State = x, {{policy}} = y, {{policy}}Targets = y };
                    net.Predict(samples);
                    return net.ComputeLoss(samples) + net.ComputeGradients(samples, 1) + net.TrainStep(new Adam(), samples);
                }
            }
            """);
        MethodInfo train = assembly.Type("Use").GetMethod("Train")!;
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => train.Invoke(null, [new float[4], new float[4]]));
        Assert.Contains("Net", Assert.IsType<InvalidOperationException>(thrown.InnerException).Message, StringComparison.Ordinal);
    }
}
