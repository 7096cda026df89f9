using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>A network of blocks computes what the same layers compute where they are written out.</summary>
public sealed class BlockTests
{
    private const string Source =
        """
        /// <summary>Two convolutions.</summary>
        [Block, Conv2D(6, 3, Padding = 1), ReLU, Conv2D(6, 3, Padding = 1)]
        public sealed class Basic;

        /// <summary>A step down.</summary>
        [Block, Conv2D(9, 3, Stride = 2, Padding = 1), ReLU, Conv2D(9, 3, Padding = 1)]
        public sealed class Down;

        /// <summary>A network of blocks.</summary>
        [Network, Input(3, 7, 7, Gradient = true), Conv2D(6, 3), ReLU, Repeat<Basic>(2), Residual<Basic>, ReLU, Residual<Down>(Projection = true), ReLU, GlobalAvgPool, Dense(4), SoftmaxCrossEntropy]
        public sealed partial class Blocks;

        /// <summary>The same, written out.</summary>
        [Network, Input(3, 7, 7, Gradient = true), Conv2D(6, 3), ReLU]
        [Conv2D(6, 3, Padding = 1), ReLU, Conv2D(6, 3, Padding = 1)]
        [Conv2D(6, 3, Padding = 1), ReLU, Conv2D(6, 3, Padding = 1, Name = "X")]
        [Conv2D(6, 3, Padding = 1), ReLU, Conv2D(6, 3, Padding = 1), Add("X"), ReLU(Name = "Z")]
        [Conv2D(9, 3, Stride = 2, Padding = 1), ReLU, Conv2D(9, 3, Padding = 1, Name = "Y"), Conv2D(9, 1, Stride = 2, Bias = false, From = "Z", Name = "P"), Add("P", From = "Y"), ReLU]
        [GlobalAvgPool, Dense(4), SoftmaxCrossEntropy]
        public sealed partial class WrittenOut;

        /// <summary>A step.</summary>
        [Block, Dense(40), Tanh, Dense(5)]
        public sealed class Step;

        /// <summary>A step that is done three times.</summary>
        [Network, Input(5), Repeat<Step>(3, Shared = true), Dense(2), MeanSquaredError]
        public sealed partial class Tied;

        /// <summary>Three steps.</summary>
        [Network, Input(5), Repeat<Step>(3), Dense(2), MeanSquaredError]
        public sealed partial class Untied;

        /// <summary>Three steps of which one shall not learn.</summary>
        [Network, Input(5), Dense(5, Name = "Before"), Use<Step>(Shared = true), Use<Step>(Shared = true, Frozen = true), Use<Step>(Shared = true), Dense(2), MeanSquaredError]
        public sealed partial class FrozenTied;

        /// <summary>A convolution.</summary>
        [Block, Conv2D(4, 3, Padding = 1), MaxPool2D(3, Stride = 1, Padding = 1), Flatten, Dense(64), PReLU, Reshape(4, 4, 4)]
        public sealed class Mixed;

        /// <summary>Images that share weights.</summary>
        [Network, Input(4, 4, 4), Repeat<Mixed>(2, Shared = true), Flatten, Dense(2), MeanSquaredError]
        public sealed partial class TiedImages;

        /// <summary>Images that do not.</summary>
        [Network, Input(4, 4, 4), Repeat<Mixed>(2), Flatten, Dense(2), MeanSquaredError]
        public sealed partial class UntiedImages;

        /// <summary>A step that is normalized.</summary>
        [Block, Dense(40, Bias = false), BatchNorm, Tanh, Dense(5)]
        public sealed class Normed;

        /// <summary>A normalization that is done three times.</summary>
        [Network, Input(5), Repeat<Normed>(3, Shared = true), Dense(2), MeanSquaredError]
        public sealed partial class TiedNorms;

        /// <summary>Three of them.</summary>
        [Network, Input(5), Repeat<Normed>(3), Dense(2), MeanSquaredError]
        public sealed partial class UntiedNorms;
        """;

    private static readonly Lazy<NetworkAssembly> s_assembly = new(() => NetworkAssembly.Compile(Source));

    [Fact]
    public void Blocks_compute_what_their_layers_compute()
    {
        INetwork blocks = s_assembly.Value.Create("Blocks", 3), written = s_assembly.Value.Create("WrittenOut", 3);
        Assert.Equal(written.Parameters.ToArray(), blocks.Parameters.ToArray());
        (float[] inputs, int[] labels) = (Draw(33 * 147), [.. Enumerable.Range(0, 33).Select(i => i % 4)]);
        blocks.ComputeGradients(inputs, labels);
        written.ComputeGradients(inputs, labels);
        Assert.Equal(written.Gradients.ToArray(), blocks.Gradients.ToArray());
        Assert.Contains("basic1.conv1.weight", blocks.Description.Parameters.Select(parameter => parameter.Name));
        Assert.Contains("down1.projection.weight", blocks.Description.Parameters.Select(parameter => parameter.Name));
        Assert.NotNull(s_assembly.Value.Type("Blocks").GetProperty("Basic3_Conv2"));
    }

    [Theory]
    [InlineData("Tied", "Untied", 3, 5)]
    [InlineData("TiedImages", "UntiedImages", 2, 64)]
    [InlineData("TiedNorms", "UntiedNorms", 3, 5)]
    public void The_gradient_of_shared_weights_is_the_sum_over_their_uses(string tiedName, string untiedName, int uses, int inputLength)
    {
        INetwork tied = s_assembly.Value.Create(tiedName, 3), untied = s_assembly.Value.Create(untiedName, 4);
        Assert.Equal(tied.Description.ParameterCount, tied.Description.Parameters.Sum(parameter => parameter.Shape.Length));
        foreach (ParameterDescription parameter in untied.Description.Parameters)
        {
            ParameterDescription own = tied.Description.Parameters.Single(other => other.Name == First(parameter.Name));
            new ParameterTensor(untied, parameter).CopyFrom(new ParameterTensor(tied, own).ToArray());
        }

        float[] inputs = Draw(131 * inputLength), targets = Draw(131 * 2);
        float loss = tied.ComputeGradients(inputs, targets);
        Assert.Equal(loss, untied.ComputeGradients(inputs, targets));
        foreach (ParameterDescription parameter in tied.Description.Parameters)
        {
            float[][] parts = [.. untied.Description.Parameters.Where(other => First(other.Name) == parameter.Name).Select(other => new ParameterTensor(untied, other).Gradient.ToArray())];
            Assert.Equal(parameter.Name.StartsWith("dense1", StringComparison.Ordinal) ? 1 : uses, parts.Length);
            float[] gradient = new ParameterTensor(tied, parameter).Gradient.ToArray();
            float largest = gradient.Max(Math.Abs);
            for (int i = 0; i < gradient.Length; i++)
                Assert.Equal(parts.Sum(part => part[i]), gradient[i], 1e-5f * largest);
        }

        // A step of an optimiser, whose kernels may update what they sum, is that of the gradient.
        INetwork stepped = s_assembly.Value.Create(tiedName, 3);
        float[] start = stepped.Parameters.ToArray();
        new SGD(0.5f).Step(stepped, inputs, targets);
        for (int i = 0; i < start.Length; i++)
            Assert.Equal(start[i] - 0.5f * tied.Gradients[i], stepped.Parameters[i], 1e-6f);

        // Running statistics that are shared follow those of one use after the other.
        float[][] states = [.. untied.Description.States.GroupBy(state => First(state.Name), (_, uses) => uses.SelectMany(Of).ToArray())];
        foreach ((StateDescription state, float[] ofUses) in tied.Description.States.Zip(states))
        {
            float[] shared = Slice(tied, state);
            for (int i = 0; i < shared.Length; i++)
            {
                float expected = state.InitialValue;
                for (int use = 0; use < uses; use++)
                    expected = 0.9f * expected + (ofUses[use * shared.Length + i] - 0.9f * state.InitialValue);
                Assert.Equal(expected, shared[i], 1e-5f);
            }
        }

        IEnumerable<float> Of(StateDescription state) => Slice(untied, state);

        static float[] Slice(INetwork network, StateDescription state) => network.States.Slice(state.Offset, state.Shape.Length).ToArray();

        static string First(string name) => System.Text.RegularExpressions.Regex.Replace(name, "^(step|mixed|normed)[0-9]+", "${1}1");
    }

    [Fact]
    public void Shared_weights_that_one_use_freezes_are_frozen()
    {
        INetwork network = s_assembly.Value.Create("FrozenTied", 3);
        float[] before = network.Parameters.ToArray();
        var optimizer = new SGD(0.1f);
        network.ComputeGradients(Draw(9 * 5), Draw(9 * 2));
        optimizer.Step(network.Parameters, network.Gradients);
        Assert.Equal(["Step1.Dense1", "Step1.Dense2", "Step2.Dense1", "Step2.Dense2", "Step3.Dense1", "Step3.Dense2"], network.Description.Layers.Where(layer => layer.IsFrozen).Select(layer => layer.Name));
        foreach (ParameterDescription parameter in network.Description.Parameters)
        {
            bool isFrozen = parameter.Name.StartsWith("step", StringComparison.Ordinal);
            Range place = parameter.Offset..(parameter.Offset + parameter.Shape.Length);
            Assert.Equal(isFrozen, !network.Gradients[place].ContainsAnyExcept(0f));
            Assert.Equal(isFrozen, network.Parameters[place].SequenceEqual(before.AsSpan(place)));
        }
    }

    [Fact]
    public void Shared_weights_have_the_same_bits_on_all_instruction_sets()
    {
        float[] inputs = Draw(131 * 5), targets = Draw(131 * 2);
        float[] expected = Gradients(s_assembly.Value);
        foreach (NetworkAssembly other in NetworkAssembly.CompileOthers(Source))
            Closeness.VerifyBits(other.Targets, expected, Gradients(other));

        float[] Gradients(NetworkAssembly assembly)
        {
            INetwork network = assembly.Create("Tied", 3);
            network.ComputeGradients(inputs, targets);
            return network.Gradients.ToArray();
        }
    }

    [Fact]
    public void Shared_weights_are_saved_once_and_listed_where_they_are_used()
    {
        INetwork network = s_assembly.Value.Create("Tied");
        Assert.Equal(
            ["step1.dense1.weight", "step1.dense1.bias", "step1.dense2.weight", "step1.dense2.bias", "dense1.weight", "dense1.bias"],
            network.Description.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["step1.dense1.weight", "step1.dense1.bias"], network.Description.Layers.Single(layer => layer.Name == "Step3.Dense1").Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["Dense1", "Step1_Dense1", "Step1_Dense2"], s_assembly.Value.Type("Tied").GetProperties().Where(property => property.PropertyType == typeof(WeightedLayer)).Select(property => property.Name).Order());
        string path = Path.GetTempFileName();
        try
        {
            network.Save(path);
            INetwork other = s_assembly.Value.Create("Tied", 9);
            other.Load(path);
            Assert.Equal(network.Parameters.ToArray(), other.Parameters.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static float[] Draw(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Repeat(random, count).Select(source => source.NextSingle() - 0.5f)];
    }
}
