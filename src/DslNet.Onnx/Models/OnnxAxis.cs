using System.Globalization;

namespace DslNet.Onnx.Models;

/// <summary>An axis of a port: as long as it says, or as long as its name stands for.</summary>
/// <param name="Length">The length; null if it is open.</param>
/// <param name="Symbol">The name of an open length; it may be empty.</param>
internal readonly record struct OnnxAxis(long? Length, string Symbol)
{
    public override string ToString() => Length?.ToString(CultureInfo.InvariantCulture) ?? (Symbol.Length > 0 ? Symbol : "?");
}
