namespace DslNet.Generators.Model;

/// <summary>
/// Everything the generator knows of a network: the last thing the incremental cache compares. What follows is a plain
/// function of it. It holds no symbol, no syntax and no location.
/// </summary>
/// <param name="Type">The class to extend.</param>
/// <param name="Ports">Where data enters and leaves: the inputs, with which the graph's values begin, the outputs, and what the losses are compared with.</param>
/// <param name="Nodes">The layers in the order of the declaration, blocks inlined.</param>
/// <param name="Losses">The losses, whose sum training minimises; none for a network that predicts only.</param>
/// <param name="IsValid">
/// False where the analyzer has an error of the network to tell: then only the public surface is emitted, with bodies that throw, and
/// only <see cref="Type"/>, the nodes' names and kinds and the losses can be relied upon.
/// </param>
internal sealed record NetworkSpec(
    TypeSpec Type,
    EquatableArray<PortSpec> Ports,
    EquatableArray<NodeSpec> Nodes,
    EquatableArray<LossSpec> Losses,
    bool IsValid)
{
    /// <summary>Whether inputs or outputs have names: then methods take a span for each, and there may be several of them, and of losses.</summary>
    public bool HasNamedPorts { get; init; }

    /// <summary>Whether convolutions may be computed by Winograd's minimal filtering, from fewer products than their definition has.</summary>
    public bool AllowsWinograd { get; init; } = true;

    /// <summary>Whether code is written that predicts for many networks of the class at once.</summary>
    public bool IsPopulation { get; init; }

    /// <summary>Whether samples are sequences of frames: then shapes are those of a frame.</summary>
    public bool IsSequence { get; init; }

    /// <summary>Whether frames may come one by one, as a stream: no layer needs those that are still to come.</summary>
    public bool HasStreams => IsSequence && !Nodes.Any(node => node.Layer.LooksAhead);

    /// <summary>Whether outputs belong to whole sequences, and not to frames.</summary>
    public bool IsReduced => IsOfSequence(Outputs[0].Value);

    /// <summary>Whether a value belongs to a whole sequence, and to no frame.</summary>
    public bool IsOfSequence(int value) => NodeOf(value) is { IsOfSequence: true };

    /// <summary>The constants that other declarations may read.</summary>
    public GeneratedConstants Constants { get; init; }

    /// <summary>The input ports: each has the value of its number.</summary>
    public IReadOnlyList<PortSpec> Inputs => [.. PortsOf(PortRole.Input)];

    /// <summary>How many inputs there are, and so the value of the first layer.</summary>
    public int InputCount
    {
        get
        {
            int count = 0;
            foreach (PortSpec port in Ports)
                count += port.Role == PortRole.Input ? 1 : 0;
            return count;
        }
    }

    /// <summary>The output ports.</summary>
    public IReadOnlyList<PortSpec> Outputs => [.. PortsOf(PortRole.Output)];

    /// <summary>How many values there are: the inputs first, then one a layer.</summary>
    public int ValueCount => InputCount + Nodes.Count;

    /// <summary>Whether layers keep something beside their parameters. That does not depend on shapes.</summary>
    public bool KeepsStates => Nodes.Any(node => node.Layer.States(Shape.Vector(1)).Count > 0);

    /// <summary>How many parameters all layers learn.</summary>
    public long ParameterCount => Nodes.Sum(ParametersOf);

    /// <summary>Multiply-adds of one sample in all layers.</summary>
    public long MultiplyAdds => Nodes.Sum(MultiplyAddsOf);

    /// <summary>What each sample's loss is multiplied by in the sum that is minimised, as programs call it: its weight over what its mean is taken over.</summary>
    public string ShareOf(LossSpec loss) => LossName(loss) + "Share__";

    /// <summary>What a loss is called, as a part of a member's name: after the output that it is of, and its kind where that has several.</summary>
    public string LossName(LossSpec loss)
    {
        string output = Capitalized(loss.Of);
        return Losses.Count(other => other.Of == loss.Of) > 1 ? output + loss.Kind : output;
    }

    /// <summary>A port's name as that of a public member begins.</summary>
    public static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    public IEnumerable<PortSpec> PortsOf(PortRole role) => Ports.Where(port => port.Role == role);

    /// <summary>Whether a value leaves the network, or a loss is computed from it: then others than layers need it as it is.</summary>
    public bool Leaves(int value) => Ports.Any(port => port.Role != PortRole.Input && port.Value == value);

    /// <summary>How many frames later than the newest frame that it is computed from an output comes.</summary>
    public int Delay => FramesBefore(static (node, frames) => node.Layer.Delay + frames.Min());

    /// <summary>How many frames an output is computed from, from the first to the current one.</summary>
    public int? ReceptiveField => Nodes.Any(node => node.Layer.OutputFramesBefore > 0 || node.Layer.LooksAhead) ? null : 1 + FramesBefore((node, frames) => node.Layer.Reach(ShapeOf(node.Inputs[0])) + frames.Max());

    /// <summary>Counts frames from the input to the output.</summary>
    private int FramesBefore(Func<NodeSpec, IEnumerable<int>, int> count)
    {
        int[] frames = new int[ValueCount];
        for (int i = 0; i < Nodes.Count; i++)
            frames[InputCount + i] = count(Nodes[i], Nodes[i].Inputs.Select(input => frames[input]));
        return frames[Outputs[0].Value];
    }

    /// <summary>How a layer was declared; with what it reads, where that is not the layer before it.</summary>
    public string DeclarationOf(NodeSpec node)
    {
        int read = node.Inputs[0], before = InputCount - 1;
        while (!ReferenceEquals(Nodes[before - InputCount + 1], node))
            before++;
        string declaration = read == before ? node.Layer.Declaration : DeclarationText.With(node.Layer.Declaration, $"From = \"{PathOf(read)}\"");
        return node.IsFrozen ? DeclarationText.With(declaration, "Frozen = true") : declaration;
    }

    /// <summary>The port or layer that a value comes from.</summary>
    public string NameOf(int value) => NodeOf(value)?.Name ?? Ports[value].Name;

    public Shape ShapeOf(int value) => NodeOf(value)?.Output ?? Ports[value].Shape;

    /// <summary>The layer that computes a value; null for an input.</summary>
    public NodeSpec? NodeOf(int value) => value < InputCount ? null : Nodes[value - InputCount];

    /// <summary>The port or layer that a value comes from, for readers.</summary>
    public string PathOf(int value) => NodeOf(value)?.Path ?? Ports[value].Name;

    /// <summary>How many parameters a layer learns beside those that layers before it learn.</summary>
    public long ParametersOf(NodeSpec node) => node.HasWeightsOfAnother ? 0 : node.Layer.ParameterCount(ShapeOf(node.Inputs[0]));

    /// <summary>Multiply-adds of one sample in a layer.</summary>
    public long MultiplyAddsOf(NodeSpec node) => node.Layer.MultiplyAdds(ShapeOf(node.Inputs[0]), node.Output);
}
