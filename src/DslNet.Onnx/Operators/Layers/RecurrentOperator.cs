using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>LSTM, GRU and RNN over frames, forward in time. <see cref="Passes.Frames"/> has made its input and its output those of a frame.</summary>
/// <param name="kind">What it is numbered by.</param>
/// <param name="attribute">The layer.</param>
/// <param name="gates">Which of ONNX's blocks of rows is each of PyTorch's, in its order.</param>
internal sealed class RecurrentOperator(string kind, string attribute, int[] gates) : Operator
{
    private static readonly Dictionary<string, string[]> s_usual = new(StringComparer.Ordinal)
    {
        ["LSTM"] = ["sigmoid", "tanh", "tanh"],
        ["GRU"] = ["sigmoid", "tanh"],
        ["RNN"] = ["tanh"],
    };

    public override Value Infer(NodeUse use) =>
        use.Input(0).Sample is [_] && use.Input(2).Shape is [_, _, var hidden] ? new(use.Input(0).Type, [Extent.Batch, hidden]) : new(use.Input(0).Type, null);

    public override void Translate(NodeUse use, LayerList layers)
    {
        if (use.Sample(0) is not [var inputs])
            throw use.Refuse($"it reads frames of [{string.Join(", ", use.Sample(0))}]", "Frames of vectors are imported");
        if (Refusal(use) is { } refusal)
            throw use.Refuse(refusal, $"{attribute} runs forward, with the functions and gates of PyTorch: export the model so");
        FloatConstant recurrent = use.Weight(2, "its recurrent weight");
        int hidden = recurrent.Shape is [1, _, var size] && size > 0 ? (int)size : throw use.Refuse($"its recurrent weight is [{string.Join(", ", recurrent.Shape)}]", "The file is no valid model: export it again");
        int rows = gates.Length * hidden;
        float[] input = use.Values(1, "its weight", rows * inputs), ofState = use.Values(2, "its recurrent weight", rows * hidden), biases = use.Has(3) ? use.Values(3, "its bias", 2 * rows) : new float[2 * rows];
        bool resetsAfter = use.Integer("linear_before_reset", 0) != 0;
        layers.Add(new(kind, attribute, [Argument.Of(hidden), .. attribute == "GRU" ? Argument.Named("ResetAfter", resetsAfter, true) : []], [use.Name(0)], use.Output, [hidden])
        {
            Parameters =
            [
                new("weight_ih_l0", [rows, inputs], Ordered(input, hidden * inputs)), new("weight_hh_l0", [rows, hidden], Ordered(ofState, hidden * hidden)),
                new("bias_ih_l0", [rows], Ordered(biases[..rows], hidden)), new("bias_hh_l0", [rows], Ordered(biases[rows..], hidden)),
            ],
            MultiplyAdds = (long)rows * (inputs + hidden),
            Origin = Names.Shown(use.Name(1)),
        });
    }

    private string? Refusal(NodeUse use)
    {
        string[] functions = [.. use.Attribute("activations")?.Texts.Select(name => name.ToLowerInvariant()) ?? []];
        return use.Text("direction", "forward") is var direction && direction != "forward" ? $"its direction is {Names.Shown(direction)}"
            : functions.Length > 0 && !functions.SequenceEqual(s_usual[attribute]) ? $"its functions are {Names.Shown(string.Join(", ", functions))}"
            : use.Attribute("clip") is not null ? "it clips what goes into its functions"
            : use.Integer("input_forget", 0) != 0 ? "its input gate is made of the forget gate"
            : use.Has(4) ? "its sequences have lengths of their own"
            : use.Has(7) && !(use.Input(7).Constant is FloatConstant peepholes && peepholes.Values.All(value => value == 0)) ? "its gates look at the cell (peepholes)"
            : null;
    }

    /// <summary>Blocks of rows in PyTorch's order.</summary>
    private float[] Ordered(float[] rows, int block) => [.. gates.SelectMany(gate => rows.AsSpan(gate * block, block).ToArray())];
}
