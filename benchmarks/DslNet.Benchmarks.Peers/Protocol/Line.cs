using System.Text.Json;
using System.Text.Json.Serialization;

namespace DslNet.Benchmarks.Protocol;

/// <summary>How requests and replies are written: one line of JSON each.</summary>
internal static class Line
{
    // A peer that computes NaN should be told so, not fail on the way.
    private static readonly JsonSerializerOptions s_options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string Of<T>(T message) => JsonSerializer.Serialize(message, s_options);

    public static T Parse<T>(string line) => JsonSerializer.Deserialize<T>(line, s_options)
        ?? throw new InvalidDataException($"Expected a {typeof(T).Name}, but the line says \"{line}\".");
}
