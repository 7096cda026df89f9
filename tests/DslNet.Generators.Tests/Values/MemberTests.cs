using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle.Layers;

namespace DslNet.Generators.Tests.Values;

/// <summary>
/// The members of a population predict the bits that networks of their own do, whose predictions other tests hold to the oracle: with the kernels of every instruction set.
/// </summary>
public sealed class MemberTests
{
    private static readonly string[] s_networks =
    [
        "Input(12), Dense(64), Tanh, Dense(64), Tanh, Dense(1)",
        "Input(4), Dense(2)",
        "Input(1), Dense(1, Bias = false)",
        "Input(33), Dense(8), GELU, Dense(3)",
        "Input(35), Dense(7), ReLU, Dense(40), Sigmoid, Dense(33)",
        "Input(32), Dense(24), ELU, Dense(49), PReLU, Dense(17), PReLU(PerChannel = true), Dense(2)",
        "Input(64), Dense(100, Bias = false), HardSwish, Dropout(0.5), Dense(16)",
        "Input(5), Dense(9, Name = \"A\"), ReLU, Dense(9), Add(\"A\"), SiLU, Dense(9), Multiply(\"A\"), Subtract(\"A\"), Tanh, Concat(\"A\"), Dense(4), Slice(1, 2)",
        "Input(6), Dropout(0.3)",
        "Input(6), Dense(4), Dropout(0.3)",
        "Input(6), Tanh",
        "Input(6), Slice(2, 3), Concat(\"Input\")",
        "Input(6), Dense(5, Name = \"Wide\"), Dense(5, From = \"Wide\"), Concat(\"Wide\"), Mish",
    ];

    [Fact]
    public void Members_predict_what_networks_of_their_own_do() => Verify(s_networks);

    [Fact]
    public void Members_have_every_activation() =>
        Verify([.. TriedActivations.All.Select(tried => tried.Create()).Where(layer => layer.Kind is not ("Softmax" or "LogSoftmax"))
            .Select(layer => $"{layer.Kind}({string.Join(", ", layer.Arguments)})").Select(activation => $"Input(3), Dense(5), {activation}, Dense(2), {activation}")]);

    [Fact]
    public void Drawn_networks_have_members()
    {
        int count = LongTests.AreWanted ? 60 : 12;
        Verify([.. Enumerable.Range(0, count).Select(Draw)]);
    }

    /// <summary>Layers thrown together at random.</summary>
    private static string Draw(int seed)
    {
        Random random = new(seed);
        int input = Size();
        List<string> layers = [$"Input({input})"];
        int width = 0;
        for (int i = 0; i < 1 + random.Next(6); i++)
        {
            string kind = i == 0 ? "Dense" : new[] { "Dense", "Activation", "Add", "Concat", "Slice", "PReLU" }[random.Next(6)];
            switch (kind)
            {
                case "Dense":
                    width = Size();
                    layers.Add($"Dense({width}{(random.Next(4) == 0 ? ", Bias = false" : "")}, Name = \"L{i}\")");
                    break;
                case "Activation":
                    layers.Add(new[] { "Tanh", "ReLU", "GELU", "Sigmoid", "LeakyReLU", "Softplus" }[random.Next(6)]);
                    break;
                case "Slice" when width > 1:
                    int start = random.Next(width - 1);
                    width = 1 + random.Next(width - start);
                    layers.Add($"Slice({start}, {width})");
                    break;
                case "PReLU":
                    layers.Add($"PReLU(PerChannel = {(random.Next(2) == 0 ? "true" : "false")})");
                    break;
                case "Concat":
                    layers.Add($"Dense({width}), Concat(\"Input\")");
                    width += input;
                    break;
                default:
                    layers.Add($"Dense({width}, Name = \"L{i}\"), Dense({width}), Add(\"L{i}\")");
                    break;
            }
        }

        return string.Join(", ", layers);

        int Size() => random.Next(3) == 0 ? 1 + random.Next(80) : 1 + random.Next(20);
    }

    private static void Verify(string[] networks)
    {
        string source = string.Concat(networks.Select((layers, i) => $"/// <summary>A network.</summary>\n[Network, Population]\n[{layers}]\npublic sealed partial class {CompiledCases.Name(i)};\n"));
        (NetworkAssembly native, IReadOnlyList<NetworkAssembly> others) = CompiledCases.CompileAll(source, source);
        Assert.Contains("portable", others.Select(other => other.Targets));
        foreach (NetworkAssembly assembly in (NetworkAssembly[])[native, .. others])
        {
            for (int i = 0; i < networks.Length; i++)
            {
                try
                {
                    MemberRun.Verify(assembly.Type(CompiledCases.Name(i)), i);
                }
                catch (Exception exception)
                {
                    Assert.Fail($"{assembly.Targets}, {networks[i]}: {exception.InnerException ?? exception}");
                }
            }
        }
    }
}
