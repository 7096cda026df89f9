namespace DslNet.Audio.Architectures;

/// <summary>What a file says of one layer of an array.</summary>
/// <param name="Kernel">Taps.</param>
/// <param name="Dilation">Frames from one tap to the next.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Gating">Whether it is gated.</param>
/// <param name="Gate">The gate's activation.</param>
internal sealed record LayerSettings(int Kernel, int Dilation, NamActivation Activation, Gating Gating, NamActivation Gate)
{
    /// <summary>The settings of all layers of an array: each is written once, or once per layer.</summary>
    public static IReadOnlyList<LayerSettings> Read(NamNode array)
    {
        IReadOnlyList<NamNode> dilations = array.Array("dilations");
        if (dilations.Count == 0)
            throw array.Get("dilations").Unexpected("an array with a dilation for each layer");
        if (array.Find("kernel_size") is not null && array.Find("kernel_sizes") is not null)
            throw new NamException($"{array.Path} has both kernel_size and kernel_sizes. Export the model again.");
        int[] kernels = Each(array, array.Find("kernel_sizes") is null ? "kernel_size" : "kernel_sizes", dilations.Count, node => node.AsSize());
        NamActivation[] activations = Each(array, "activation", dilations.Count, NamActivation.Read);
        Gating[] gatings = array.Find("gating_mode") is not null ? Each(array, "gating_mode", dilations.Count, GatingOf)
            : [.. Enumerable.Repeat(array.Flag("gated", false) ? Gating.Gated : Gating.None, dilations.Count)];
        NamActivation?[] gates = array.Find("gating_mode") is null || array.Find("secondary_activation") is null || gatings.All(gating => gating == Gating.None)
            ? new NamActivation?[dilations.Count]
            : Each(array, "secondary_activation", dilations.Count, node => node.Value.ValueKind == System.Text.Json.JsonValueKind.Null ? null : NamActivation.Read(node));
        return [.. dilations.Select((dilation, i) => new LayerSettings(kernels[i], dilation.AsSize(), activations[i], gatings[i], gates[i] ?? NamActivation.Sigmoid))];
    }

    private static T[] Each<T>(NamNode array, string name, int layers, Func<NamNode, T> read)
    {
        NamNode node = array.Get(name);
        if (!node.IsArray)
            return [.. Enumerable.Repeat(read(node), layers)];
        IReadOnlyList<NamNode> items = node.Items;
        return items.Count == layers ? [.. items.Select(read)] : throw new NamException($"{node.Path} has {items.Count} entries for {layers} layers. Export the model again.");
    }

    private static Gating GatingOf(NamNode node) => node.AsText() switch
    {
        "none" => Gating.None,
        "gated" => Gating.Gated,
        "blended" => Gating.Blended,
        _ => throw node.Unexpected("none, gated or blended"),
    };
}
