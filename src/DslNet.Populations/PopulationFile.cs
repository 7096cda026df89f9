using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using DslNet.CompilerServices;

namespace DslNet.Populations;

/// <summary>
/// Populations as safetensors files: each tensor of the class with the members as its first axis, in PyTorch's order, as <c>torch.func.stack_module_state</c> makes
/// them.
/// </summary>
internal static class PopulationFile
{
    private const int Prefix = 8, MostHeader = 100_000_000;

    public static void Write<TNetwork>(Stream stream, Population<TNetwork> population) where TNetwork : IPopulationNetwork<TNetwork>
    {
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString("format", "pt");
            json.WriteEndObject();
            long begin = 0;
            foreach (ParameterDescription parameter in population.Network.Parameters)
            {
                long end = begin + (long)population.Count * parameter.Shape.Length * sizeof(float);
                json.WriteStartObject(parameter.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                json.WriteNumberValue(population.Count);
                foreach (int axis in parameter.Shape.Axes)
                    json.WriteNumberValue(axis);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(begin);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        while (header.Length % Prefix != 0)
            header.WriteByte((byte)' ');
        Span<byte> length = stackalloc byte[Prefix];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        header.WriteTo(stream);
        TNetwork network = TNetwork.Create(0);
        foreach (ParameterDescription parameter in population.Network.Parameters)
        {
            ParameterTensor tensor = new(network, parameter);
            for (int member = 0; member < population.Count; member++)
            {
                population[member].CopyTo(network);
                stream.Write(MemoryMarshal.AsBytes<float>(tensor.ToArray()));
            }
        }
    }

    /// <exception cref="InvalidDataException">The file is none of this class.</exception>
    public static Population<TNetwork> Read<TNetwork>(Stream stream, string file) where TNetwork : IPopulationNetwork<TNetwork>
    {
        Span<byte> length = stackalloc byte[Prefix];
        if (stream.ReadAtLeast(length, Prefix, throwOnEndOfStream: false) < Prefix || BinaryPrimitives.ReadInt64LittleEndian(length) is not (> 0 and <= MostHeader))
            throw new InvalidDataException($"{file} is no safetensors file. Pass one that Population.Save wrote.");
        if (BinaryPrimitives.ReadInt64LittleEndian(length) > stream.Length - Prefix)
            throw new InvalidDataException($"{file} ends within its header. Copy it again.");
        byte[] header = new byte[BinaryPrimitives.ReadInt64LittleEndian(length)];
        stream.ReadExactly(header);
        using JsonDocument json = Parse(header, file);
        NetworkDescription description = TNetwork.Declaration;
        Population<TNetwork>? population = null;
        long begin = 0, there = stream.Length - stream.Position;
        TNetwork network = TNetwork.Create(0);

        // PyTorch writes tensors by their names, and Save in the class's order.
        foreach (ParameterDescription parameter in description.Parameters.OrderBy(parameter => BeginOf(json, parameter)))
        {
            int members = MembersOf(json, parameter, population?.Count, ref begin, description.Name, file);
            if (begin > there)
                throw new InvalidDataException($"{file} ends within {parameter.Name}: its tensors need {begin} bytes, and {there} are there. Copy it again.");
            population ??= new(members);
            ParameterTensor tensor = new(network, parameter);
            float[] values = new float[parameter.Shape.Length];
            for (int member = 0; member < members; member++)
            {
                Span<byte> bytes = MemoryMarshal.AsBytes(values.AsSpan());
                if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
                    throw new InvalidDataException($"{file} ends within {parameter.Name} of member {member}. Copy it again.");
                population[member].CopyTo(network);
                tensor.CopyFrom(values);
                population[member].CopyFrom(network);
            }
        }

        RequireNoOthers(json, description, file);
        if (begin != there)
            throw new InvalidDataException($"{file} has {there - begin} bytes behind its last tensor. Copy it again.");
        return population ?? throw new InvalidDataException($"{description.Name} has no parameters, so that a file of them does not say how many members there are. Create a population by its size.");
    }

    private static JsonDocument Parse(byte[] header, string file)
    {
        Exception? problem = null;
        try
        {
            // Half a surrogate pair is JSON, but no name.
            if (Utf8.IsValid(header) && JsonDocument.Parse(header) is { RootElement.ValueKind: JsonValueKind.Object } json && json.RootElement.EnumerateObject().All(entry => entry.Name.Length >= 0))
                return json;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            problem = exception;
        }

        throw new InvalidDataException($"{file} is no safetensors file: its header is no object of JSON. Pass one that Population.Save wrote.", problem);
    }

    private static void RequireNoOthers(JsonDocument json, NetworkDescription network, string file)
    {
        if (json.RootElement.EnumerateObject().Select(entry => entry.Name).FirstOrDefault(name => name != "__metadata__" && network.Parameters.All(parameter => parameter.Name != name)) is { } other)
            throw new InvalidDataException($"{file} has {other}, which the members of a population of {network.Name} have not. Pass a file of a population of {network.Name}.");
    }

    private static long BeginOf(JsonDocument json, ParameterDescription parameter) =>
        json.RootElement.TryGetProperty(parameter.Name, out JsonElement entry) && Integers(entry, "data_offsets") is [var begin, ..] ? begin : -1;

    /// <summary>Checks a tensor, and says how many members it has.</summary>
    private static int MembersOf(JsonDocument json, ParameterDescription parameter, int? others, ref long begin, string network, string file)
    {
        if (!json.RootElement.TryGetProperty(parameter.Name, out JsonElement entry))
            throw new InvalidDataException($"{file} has no {parameter.Name}, which the members of a population of {network} have. Pass a file of a population of {network}.");
        long[] shape = Integers(entry, "shape"), offsets = Integers(entry, "data_offsets");
        if (shape.Length == 0 || !entry.TryGetProperty("dtype", out JsonElement type) || type.GetRawText() != "\"F32\"" || !shape.Skip(1).SequenceEqual(parameter.Shape.Axes.Select(axis => (long)axis)))
            throw new InvalidDataException($"{parameter.Name} in {file} is {(shape.Length == 0 ? "no tensor" : string.Join("×", shape))}, but a population of {network} has members × {string.Join("×", parameter.Shape.Axes)} floats of 32 bits.");
        long members = shape[0];
        if (members is <= 0 or > int.MaxValue || others is { } count && members != count)
            throw new InvalidDataException($"{parameter.Name} in {file} has {members} members{(others is { } known ? $", but other tensors have {known}" : ", but a population has at least one")}. Write the file again.");
        long length = members * parameter.Shape.Length * sizeof(float);
        if (offsets.Length != 2 || offsets[0] != begin || offsets[1] != begin + length)
            throw new InvalidDataException($"{parameter.Name} in {file} does not follow the tensor before it. Pass a file that Population.Save wrote.");
        begin += length;
        return (int)members;
    }

    private static long[] Integers(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out JsonElement values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : -1)]
            : [];
}
