namespace DslNet.Generators.Tests.Snapshots;

/// <summary>The surface, the programs and the plans of small networks: what changes in them shows in a review.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Dense() => Snapshot.VerifyPages(
        """
        namespace Small;

        /// <summary>Exclusive or.</summary>
        [Network]
        [Input(2), Dense(3), Tanh, Dense(1)]
        [MeanSquaredError]
        public sealed partial class Xor;
        """);

    [Fact]
    public void Convolution() => Snapshot.VerifyPages(
        """
        namespace Small;

        /// <summary>A small classifier of images.</summary>
        [Network]
        [Input(1, 4, 4), Conv2D(2, 3, Padding = 1), ReLU, MaxPool2D(2), Flatten, Dense(2)]
        [SoftmaxCrossEntropy]
        public sealed partial class Images;
        """);

    /// <summary>A layer whose parameters can be updated while their gradients are summed, and one that is too small for that.</summary>
    [Fact]
    public void Updates() => Snapshot.VerifyPages(
        """
        namespace Small;

        /// <summary>A layer of 48 by 48.</summary>
        [Network]
        [Input(48), Dense(48), ReLU, Dense(1)]
        [MeanSquaredError]
        public sealed partial class Wide;
        """);

    /// <summary>Two inputs, and two outputs with a loss each.</summary>
    [Fact]
    public void NamedPorts() => Snapshot.VerifyPages(
        """
        namespace Small;

        /// <summary>What to do, and how good that is.</summary>
        [Network]
        [Input(2, Name = "place"), Input(3, Name = "load", Gradient = true)]
        [Dense(4, From = "place"), Tanh, Concat("load"), Dense(5), Tanh(Name = "Body")]
        [Dense(3), Output("policy"), SoftmaxCrossEntropy(Of = "policy")]
        [Dense(1, From = "Body"), Output("value"), MeanSquaredError(Of = "value", Weight = 0.5f)]
        public sealed partial class Agent;
        """);

    /// <summary>What is computed when, from what, and where: one line an operation.</summary>
    [Fact]
    public void Plan() => Snapshot.VerifyPlans(
        """
        namespace Small;

        /// <summary>LeNet-5.</summary>
        [Network]
        [Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10)]
        [SoftmaxCrossEntropy]
        public sealed partial class LeNet5;

        /// <summary>A branch that is added, and one beside it that is joined to the sum.</summary>
        [Network]
        [Input(3, 12, 12, Gradient = true), Conv2D(8, 3, Padding = 1, Name = "Stem"), ReLU, Conv2D(8, 3, Padding = 1), Tanh, Add("ReLU1"), AvgPool2D(2, Name = "Sum")]
        [Conv2D(4, 1, From = "Stem"), GELU, AvgPool2D(2), Concat("Sum"), GlobalAvgPool, Dropout(0.25f), Dense(4)]
        [MeanSquaredError]
        public sealed partial class Branches;
        """);

    [Fact]
    public void Invalid() => Snapshot.VerifyPages(
        """
        namespace Small;

        /// <summary>A kernel larger than the image.</summary>
        [Network]
        [Input(1, 4, 4), Conv2D(2, 5), Flatten, Dense(2)]
        [SoftmaxCrossEntropy]
        public sealed partial class Wrong;
        """);
}
