using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace DslNet;

/// <summary>Reads the JSON of a safetensors header, which may hold anything.</summary>
internal static class SafetensorsHeader
{
    /// <summary>The header itself, a tensor, its shape: no valid header is deeper.</summary>
    private const int Deepest = 4;

    /// <summary>The tensors, and what the metadata say to this library.</summary>
    /// <exception cref="InvalidDataException">The header is not as the format says.</exception>
    public static SafetensorsContent Parse(ReadOnlySpan<byte> json, string file)
    {
        if (json.IsEmpty || json[0] != '{')
            throw Corrupt(file, "its header does not begin with {");
        if (!Utf8.IsValid(json))
            throw Corrupt(file, "its header is not valid UTF-8");
        try
        {
            return ParseObject(json, file);
        }
        catch (JsonException exception)
        {
            throw Corrupt(file, $"its header is not valid JSON ({exception.Message})", exception);
        }
    }

    private static SafetensorsContent ParseObject(ReadOnlySpan<byte> json, string file)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        var tensors = new List<TensorEntry>();
        var names = new HashSet<string>();
        Dictionary<string, string> metadata = [];
        reader.Read();
        while (ReadName(ref reader, file) is { } name)
        {
            if (!names.Add(name))
                throw Corrupt(file, $"its header has {TensorEntry.Shown(name)} twice");
            if (name == SafetensorsFormat.Metadata)
                metadata = ReadMetadata(ref reader, file);
            else
                tensors.Add(ParseTensor(ref reader, name, file));
        }

        // Nothing but spaces may follow; anything else is refused by the reader itself.
        reader.Read();
        int? seed = metadata.TryGetValue(SafetensorsFormat.Seed, out string? text) ? ParseSeed(text, file) : null;
        return new SafetensorsContent(tensors, seed, metadata);
    }

    private static Dictionary<string, string> ReadMetadata(ref Utf8JsonReader reader, string file)
    {
        Expect(ref reader, JsonTokenType.StartObject, SafetensorsFormat.Metadata, "an object", file);
        Dictionary<string, string> metadata = [];
        while (ReadName(ref reader, file) is { } key)
        {
            if (metadata.ContainsKey(key))
                throw Corrupt(file, $"its {SafetensorsFormat.Metadata} has {TensorEntry.Shown(key)} twice");
            Expect(ref reader, JsonTokenType.String, $"{SafetensorsFormat.Metadata}.{TensorEntry.Shown(key)}", "a string", file);
            metadata.Add(key, ReadText(ref reader, file));
        }

        return metadata;
    }

    private static int ParseSeed(string text, string file) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed)
            ? seed
            : throw Corrupt(file, $"its {SafetensorsFormat.Metadata}.{SafetensorsFormat.Seed}, {TensorEntry.Shown(text)}, is no whole number of 32 bits");

    private static TensorEntry ParseTensor(ref Utf8JsonReader reader, string name, string file)
    {
        string shown = TensorEntry.Shown(name);
        Expect(ref reader, JsonTokenType.StartObject, shown, "an object", file);
        string? elementType = null;
        List<long>? shape = null, offsets = null;
        while (ReadName(ref reader, file) is { } key)
        {
            bool twice = key switch
            {
                SafetensorsFormat.ElementType => elementType is not null,
                SafetensorsFormat.Shape => shape is not null,
                SafetensorsFormat.Offsets => offsets is not null,
                _ => throw Corrupt(file, $"its tensor {shown} has the unknown entry {TensorEntry.Shown(key)}"),
            };
            if (twice)
                throw Corrupt(file, $"its tensor {shown} has {key} twice");
            if (key == SafetensorsFormat.ElementType)
            {
                Expect(ref reader, JsonTokenType.String, $"{shown}.{key}", "a string", file);
                elementType = ReadText(ref reader, file);
            }
            else if (key == SafetensorsFormat.Shape)
            {
                shape = ReadNumbers(ref reader, $"{shown}.{key}", file);
            }
            else
            {
                offsets = ReadNumbers(ref reader, $"{shown}.{key}", file);
            }
        }

        if (elementType is null || shape is null || offsets is null)
            throw Corrupt(file, $"its tensor {shown} lacks one of {SafetensorsFormat.ElementType}, {SafetensorsFormat.Shape} and {SafetensorsFormat.Offsets}");
        if (offsets.Count != 2)
            throw Corrupt(file, $"its tensor {shown} has {offsets.Count} {SafetensorsFormat.Offsets} instead of 2");
        return new TensorEntry(name, elementType, shape, offsets[0], offsets[1]);
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, string what, string file)
    {
        Expect(ref reader, JsonTokenType.StartArray, what, "an array", file);
        var numbers = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
                throw Corrupt(file, $"{what} has an element that is no whole number from zero to {long.MaxValue}");
            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>The next name of an object, or null at its end.</summary>
    private static string? ReadName(ref Utf8JsonReader reader, string file)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName ? ReadText(ref reader, file) : null;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what, string kind, string file)
    {
        reader.Read();
        if (reader.TokenType != type)
            throw Corrupt(file, $"{what} is not {kind}");
    }

    private static string ReadText(ref Utf8JsonReader reader, string file)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // The only reason for it in a header of valid UTF-8: half of a surrogate pair, written as an escape.
            throw Corrupt(file, "its header has a string that is not valid Unicode", exception);
        }
    }

    private static InvalidDataException Corrupt(string file, string what, Exception? inner = null) =>
        new($"{file} is not a valid safetensors file: {what}. Re-export it.", inner);
}
