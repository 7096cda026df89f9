using System.Globalization;

namespace DslNet.Onnx.Models;

/// <summary>What is known of types of elements.</summary>
internal static class OnnxTypes
{
    /// <summary>Whether weights may have the type: all of its values are float32.</summary>
    public static bool IsFloat(this OnnxType type) => type is OnnxType.Float or OnnxType.Float16 or OnnxType.BFloat16;

    /// <summary>Whether it is one of integers or truth values that shapes are computed with.</summary>
    public static bool IsInteger(this OnnxType type) => type is OnnxType.Int32 or OnnxType.Int64 or OnnxType.Bool;

    /// <summary>The bytes of an element in a file; 0 of types that are not read.</summary>
    public static int Size(this OnnxType type) => type switch
    {
        OnnxType.Bool => 1,
        OnnxType.Float16 or OnnxType.BFloat16 => 2,
        OnnxType.Float or OnnxType.Int32 => 4,
        OnnxType.Int64 => 8,
        _ => 0,
    };

    /// <summary>The name, as ONNX spells it.</summary>
    public static string Shown(this OnnxType type) =>
        Enum.IsDefined(type) ? type.ToString().ToLowerInvariant() : string.Create(CultureInfo.InvariantCulture, $"number {(int)type}");
}
