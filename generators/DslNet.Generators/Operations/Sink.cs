using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>Where the result of an operation goes: what its kernel does with each value, and the memory for that.</summary>
/// <param name="Epilogue">The kernel's part.</param>
/// <param name="Destination">Where results go.</param>
/// <param name="Reads">Memory that is read besides.</param>
internal sealed record Sink(Epilogue Epilogue, Operand Destination, EquatableArray<Operand> Reads)
{
    /// <summary>Stores a value as it is.</summary>
    public static Sink Store(Operand destination) => new(Epilogue.Store(destination.Parameter), destination, EquatableArray<Operand>.Empty);

    /// <summary>Stores an output after the activation that follows the layer, if one is fused with it.</summary>
    public static Sink Activate(Operand destination, Elementwise? activation) => activation is null
        ? Store(destination)
        : Store(destination) with { Epilogue = Epilogue.Activate(destination.Parameter, activation) };

    /// <summary>The same of an output that is first scaled and shifted, by a value of its channel each.</summary>
    public Sink Behind(ChannelScale? scale) => scale is null ? this : this with
    {
        Epilogue = Epilogue.Behind(scale.Scale.Parameter, scale.Shift.Parameter),
        PerChannel = new([scale.Scale, scale.Shift]),
    };

    /// <summary>Stores a gradient, or adds it to what other readers of the same value contributed.</summary>
    public static Sink Gradient(Operand destination, bool accumulate) => accumulate
        ? new(Epilogue.Add(destination.Parameter), destination, new([destination]))
        : Store(destination);

    /// <summary>The same with the last of several gradients of an activation's output, taken back through the activation.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="saved">What its derivative is a function of.</param>
    public Sink Through(Elementwise activation, Operand saved) => this with
    {
        Epilogue = Epilogue.Through(activation, saved.Parameter),
        Reads = Reads.Append(saved).ToEquatableArray(),
    };

    /// <summary>Memory that has what is read of each output channel.</summary>
    public EquatableArray<Operand> PerChannel { get; init; } = EquatableArray<Operand>.Empty;

    /// <summary>What a kernel is given for it: the destination, and behind it what is read besides.</summary>
    public IEnumerable<Operand> Operands => [Destination, .. Reads.Where(operand => operand != Destination), .. PerChannel];
}
