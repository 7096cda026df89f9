using System.Globalization;
using System.Text;
using DslNet.Generators.Model;

namespace DslNet.Build;

/// <summary>
/// Reads the header of a safetensors file: an object with an object per tensor, and one of strings with metadata. Nothing else is valid there, so that
/// no value is deeper than an array of whole numbers. It is a reader of its own, since Visual Studio's MSBuild has no reader of JSON that a task may rely upon.
/// </summary>
internal sealed class HeaderReader(byte[] json)
{
    private const string Metadata = "__metadata__", ElementType = "dtype", Shape = "shape", Offsets = "data_offsets";

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _next;

    public IReadOnlyList<TensorPlace> Read()
    {
        List<TensorPlace> places = [];
        HashSet<string> names = [];
        if (json[0] != '{')
            throw Wrong("it does not begin with {");
        ReadObject(name =>
        {
            if (!names.Add(name))
                throw Wrong($"it has {Shown(name)} twice");
            if (name == Metadata)
                ReadObject(_ => ReadString());
            else
                places.Add(ReadTensor(name));
        });
        SkipSpaces();
        if (_next < json.Length)
            throw Wrong("something follows its object");
        return places;
    }

    private TensorPlace ReadTensor(string name)
    {
        string? type = null;
        List<long>? shape = null, offsets = null;
        ReadObject(key =>
        {
            if (key == ElementType && type is null)
                type = ReadString();
            else if (key == Shape && shape is null)
                shape = ReadNumbers();
            else if (key == Offsets && offsets is null)
                offsets = ReadNumbers();
            else
                throw Wrong($"its tensor {Shown(name)} has {Shown(key)}, which is unknown or there twice");
        });
        if (type is null || shape is null || offsets is not [long begin, long end])
            throw Wrong($"its tensor {Shown(name)} lacks one of {ElementType}, {Shape} and two {Offsets}");
        return new(new(name, type, shape.ToEquatableArray()), begin, end);
    }

    /// <summary>Reads an object whose values are read by a function that gets their names.</summary>
    private void ReadObject(Action<string> readValue)
    {
        Expect('{');
        if (TryTake('}'))
            return;
        do
        {
            string name = ReadString();
            Expect(':');
            readValue(name);
        }
        while (TryTake(','));
        Expect('}');
    }

    private List<long> ReadNumbers()
    {
        List<long> numbers = [];
        Expect('[');
        if (TryTake(']'))
            return numbers;
        do
            numbers.Add(ReadNumber());
        while (TryTake(','));
        Expect(']');
        return numbers;
    }

    private long ReadNumber()
    {
        SkipSpaces();
        int start = _next;
        while (_next < json.Length && json[_next] is >= (byte)'0' and <= (byte)'9')
            _next++;
        string digits = Encoding.ASCII.GetString(json, start, _next - start);
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || digits.Length > 1 && digits[0] == '0')
            throw Wrong(Invariant($"at its byte {start} is no whole number from zero to {long.MaxValue}"));
        return number;
    }

    private string ReadString()
    {
        Expect('"');
        StringBuilder text = new();
        while (true)
        {
            int start = _next;
            while (_next < json.Length && json[_next] is not ((byte)'"' or (byte)'\\') and >= (byte)' ')
                _next++;
            text.Append(Decoded(start));
            if (_next == json.Length || json[_next] < ' ')
                throw Wrong(Invariant($"the string before its byte {_next} does not end"));
            if (json[_next++] == '"')
                return text.ToString();
            text.Append(ReadEscape());
        }
    }

    private string Decoded(int start)
    {
        try
        {
            return s_strict.GetString(json, start, _next - start);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(Invariant($"the string at its byte {start} is not valid UTF-8"));
        }
    }

    private char ReadEscape()
    {
        char letter = _next < json.Length ? (char)json[_next++] : '\0';
        switch (letter)
        {
            case '"' or '\\' or '/':
                return letter;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _next + 4 <= json.Length && ushort.TryParse(Encoding.ASCII.GetString(json, _next, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                _next += 4;
                return (char)code;
            default:
                throw Wrong(Invariant($"the escape before its byte {_next} is none of JSON's"));
        }
    }

    private void Expect(char letter)
    {
        if (!TryTake(letter))
            throw Wrong(Invariant($"at its byte {_next} is no {letter}"));
    }

    private bool TryTake(char letter)
    {
        SkipSpaces();
        if (_next == json.Length || json[_next] != letter)
            return false;
        _next++;
        return true;
    }

    private void SkipSpaces()
    {
        while (_next < json.Length && json[_next] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            _next++;
    }

    private static string Shown(string name) => new StoredTensor(name, "", EquatableArray<long>.Empty).ShownName;

    private static UnreadableFileException Wrong(string what) => new($"Its header is not as the format has it: {what}. Save the network again, or copy the file again.");
}
