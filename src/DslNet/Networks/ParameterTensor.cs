namespace DslNet;

/// <summary>
/// A view of one learned tensor of a network, or of its gradient, by PyTorch's indices. Reading and writing it reads and
/// writes the network's own memory.
/// </summary>
public sealed class ParameterTensor
{
    private readonly INetwork _network;
    private readonly bool _gradient;

    /// <summary>A view of a parameter of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="description">One of its parameters.</param>
    /// <param name="gradient">True to view the gradient instead of the value.</param>
    public ParameterTensor(INetwork network, ParameterDescription description, bool gradient = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(description);
        (_network, Description, _gradient) = (network, description, gradient);
    }

    /// <summary>The tensor's name, shape and storage.</summary>
    public ParameterDescription Description { get; }

    /// <summary>The tensor's shape, as in PyTorch.</summary>
    public TensorShape Shape => Description.Shape;

    /// <summary>The number of elements.</summary>
    public int Length => Shape.Length;

    /// <summary>The gradient of the loss with respect to this tensor, as the last <c>ComputeGradients</c> left it.</summary>
    public ParameterTensor Gradient => _gradient ? this : new(_network, Description, gradient: true);

    /// <summary>The element at an index of each axis.</summary>
    /// <exception cref="ArgumentException">The number of indices is not the rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    public ref float this[params ReadOnlySpan<int> indices]
    {
        get
        {
            if (indices.Length != Shape.Rank)
                throw new ArgumentException($"{Description.Name} has the shape {Shape}: give {Counted.Text(Shape.Rank, "index", "indices")}, not {indices.Length}.", nameof(indices));
            int flat = 0;
            for (int axis = 0; axis < indices.Length; axis++)
            {
                if ((uint)indices[axis] >= (uint)Shape[axis])
                    throw new ArgumentOutOfRangeException(nameof(indices), indices[axis], $"Index {axis} of {Description.Name} ({Shape}) goes from 0 to {Shape[axis] - 1}.");
                flat = flat * Shape[axis] + indices[axis];
            }

            int row = Length / Shape[0];
            return ref Storage[Description.Layout.IndexOf(flat / row, flat % row)];
        }
    }

    /// <summary>Copies the elements out, in PyTorch's order (the last axis fastest).</summary>
    /// <param name="destination"><see cref="Length"/> floats.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public void CopyTo(Span<float> destination)
    {
        CheckLength(destination.Length, nameof(destination));
        int row = Length / Shape[0];
        Span<float> storage = Storage;
        for (int i = 0; i < destination.Length; i++)
            destination[i] = storage[Description.Layout.IndexOf(i / row, i % row)];
    }

    /// <summary>Copies the elements in, from PyTorch's order (the last axis fastest).</summary>
    /// <param name="source"><see cref="Length"/> floats.</param>
    /// <exception cref="ArgumentException">The source has another length.</exception>
    public void CopyFrom(ReadOnlySpan<float> source)
    {
        CheckLength(source.Length, nameof(source));
        int row = Length / Shape[0];
        Span<float> storage = Storage;
        for (int i = 0; i < source.Length; i++)
            storage[Description.Layout.IndexOf(i / row, i % row)] = source[i];
    }

    /// <summary>The elements in PyTorch's order, copied.</summary>
    public float[] ToArray()
    {
        float[] copy = new float[Length];
        CopyTo(copy);
        return copy;
    }

    private Span<float> Storage => (_gradient ? _network.Gradients : _network.Parameters).Slice(Description.Offset, Description.Layout.StorageLength);

    private void CheckLength(int length, string argument)
    {
        if (length != Length)
            throw new ArgumentException($"{Description.Name} has the shape {Shape} ({Counted.Text(Length, "value")}), but {length} {Counted.Were(length)} given.", argument);
    }
}
