namespace DslNet;

/// <summary>The state in a checkpoint, by name.</summary>
internal sealed class StateContent
{
    /// <summary>Changes whenever a checkpoint of before can no longer be read.</summary>
    public const int Version = 1;

    private readonly Dictionary<string, object> _values = [];
    private readonly HashSet<string> _asked = [];
    private readonly string _file;

    /// <summary>Reads all of it.</summary>
    /// <param name="bytes">What <see cref="StateWriter"/> wrote.</param>
    /// <param name="file">What to call the file in messages.</param>
    /// <exception cref="InvalidDataException">It is damaged, or of another version.</exception>
    public StateContent(byte[] bytes, string file)
    {
        _file = file;
        using BinaryReader reader = new(new MemoryStream(bytes));
        try
        {
            int version = reader.ReadInt32();
            if (version != Version)
                throw new InvalidDataException($"{file} is a checkpoint of version {version}, and this DslNet reads version {Version}. Train with the DslNet that wrote it, or delete the file to begin anew.");
            while (reader.BaseStream.Position < bytes.Length)
                _values[reader.ReadString()] = Value(reader);
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            throw Damaged(exception);
        }
    }

    /// <summary>A number.</summary>
    /// <exception cref="InvalidDataException">There is none of that name.</exception>
    public T Get<T>(string name)
    {
        _asked.Add(name);
        return _values.TryGetValue(name, out object? value) && value is T typed
            ? typed
            : throw new InvalidDataException($"{_file} lacks {name}: it was written by a training with other options. Train with the same optimizer and options, or delete the file to begin anew.");
    }

    /// <summary>Makes sure that there is nothing that nobody asked for, and that would be lost.</summary>
    /// <exception cref="InvalidDataException">There is.</exception>
    public void RequireNoMore()
    {
        if (_values.Keys.FirstOrDefault(name => !_asked.Contains(name)) is { } left)
            throw new InvalidDataException($"{_file} has {left}, of which this training knows nothing: it was written by one with other options. Train with the same optimizer and options, or delete the file to begin anew.");
    }

    /// <summary>Floats.</summary>
    /// <exception cref="InvalidDataException">There are none of that name, or of another number.</exception>
    public float[] Floats(string name, int length)
    {
        float[] values = Get<float[]>(name);
        return values.Length == length
            ? values
            : throw new InvalidDataException($"{_file} has {values.Length} values of {name}, and {length} are needed: it was written by a training of another network, or with other options.");
    }

    private object Value(BinaryReader reader)
    {
        switch ((StateKind)reader.ReadByte())
        {
            case StateKind.Whole:
                return reader.ReadInt64();
            case StateKind.Real:
                return reader.ReadDouble();
            case StateKind.Floats:
                long count = reader.ReadInt32();
                if (count < 0 || count * sizeof(float) > reader.BaseStream.Length - reader.BaseStream.Position)
                    throw Damaged(null);
                float[] floats = new float[count];
                foreach (ref float value in floats.AsSpan())
                    value = reader.ReadSingle();
                return floats;
            default:
                throw Damaged(null);
        }
    }

    private InvalidDataException Damaged(Exception? inner) => new($"{_file} is a damaged checkpoint. Delete it to begin anew.", inner);
}
