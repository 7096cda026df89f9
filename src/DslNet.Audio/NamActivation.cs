using System.Globalization;
using DslNet.Audio.Writing;

namespace DslNet.Audio;

/// <summary>An activation of a .nam file.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Slopes">Learned slopes, if it has any.</param>
/// <param name="Method">The method of the class that it names, if it does.</param>
internal sealed record NamActivation(string Attribute, IReadOnlyList<string> Arguments, float[]? Slopes = null, string? Method = null)
{
    private const float UsualSlope = 0.01f;

    private const string FastTanh =
        "private static float FastTanh(float x) => x * (2.45550750702956f + 2.45550750702956f * MathF.Abs(x) + (0.893229853513558f + 0.821226666969744f * MathF.Abs(x)) * (x * x))\n"
        + "        / (2.44506634652299f + (2.44506634652299f + x * x) * MathF.Abs(x + 0.814642734961073f * x * MathF.Abs(x)));";

    /// <summary>A gate's, where the file names none.</summary>
    public static NamActivation Sigmoid { get; } = new("Sigmoid", []);

    /// <summary>Reads a name, or an object with a type and arguments.</summary>
    public static NamActivation Read(NamNode node)
    {
        NamNode type = node.IsText ? node : node.IsObject ? node.Get("type") : throw node.Unexpected("the name of an activation, or an object with its type");
        return type.AsText() switch
        {
            "Tanh" => new("Tanh", []),
            "Hardtanh" => new("HardTanh", []),
            "Fasttanh" => new("Activation", ["nameof(FastTanh)"], Method: FastTanh),
            "ReLU" => new("ReLU", []),
            "LeakyReLU" => Leaky(node.Number("negative_slope", UsualSlope)),
            "PReLU" => node.Find("negative_slope") is null && node.Find("negative_slopes") is not null
                ? new("PReLU", ["PerChannel = true"], [.. node.Array("negative_slopes").Select(slope => slope.AsNumber())])
                : Leaky(node.Number("negative_slope", UsualSlope)),
            "Sigmoid" => Sigmoid,
            "SiLU" => new("SiLU", []),
            "Hardswish" => new("HardSwish", []),
            "LeakyHardtanh" or "LeakyHardTanh" => LeakyHardTanh(node),
            "Softsign" => new("Softsign", []),
            _ => throw type.Unexpected("an activation that DslNet knows: Tanh, Hardtanh, Fasttanh, ReLU, LeakyReLU, PReLU, Sigmoid, SiLU, Hardswish, LeakyHardtanh or Softsign"),
        };
    }

    /// <summary>Adds it behind a layer.</summary>
    public string AddTo(NamLayers layers, string name, string value)
    {
        int features = layers.FeaturesOf(value);
        if (Slopes is not null && Arguments.Count > 0 && Slopes.Length != features)
            throw new NamException($"{name} has {Slopes.Length} slopes for {features} channels. Export the model again.");
        return layers.Add(new(name, Attribute, Arguments, [value], features, Slopes is null ? [] : [new("weight", [Slopes.Length], Slopes)]) { Method = Method });
    }

    /// <summary>One slope for all; a negative one is none of a leaky rectifier's, but may be a learned one's.</summary>
    private static NamActivation Leaky(float slope) =>
        slope == UsualSlope ? new("LeakyReLU", [])
        : slope >= 0 ? new("LeakyReLU", [$"NegativeSlope = {Digits(slope)}"])
        : new("PReLU", [], [slope]);

    private static NamActivation LeakyHardTanh(NamNode node)
    {
        float[] values =
        [
            node.Number("min_val", -1), node.Number("max_val", 1), node.Number("min_slope", UsualSlope), node.Number("max_slope", UsualSlope),
        ];
        string name = "LeakyHardTanh" + string.Concat(values.Select(value => BitConverter.SingleToUInt32Bits(value).ToString("X8", CultureInfo.InvariantCulture)));
        string[] shown = [.. values.Select(Number)];
        return new(
            "Activation", [$"nameof({name})"],
            Method: $"private static float {name}(float x) => x < {shown[0]} ? (x - {shown[0]}) * {shown[2]} + {shown[0]} : x > {shown[1]} ? (x - {shown[1]}) * {shown[3]} + {shown[1]} : x;");
    }

    private static string Number(float value) => value < 0 ? $"({Digits(value)})" : Digits(value);

    private static string Digits(float value) => value.ToString("R", CultureInfo.InvariantCulture) + "f";
}
