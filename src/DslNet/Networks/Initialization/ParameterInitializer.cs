using System.ComponentModel;
using System.Runtime.CompilerServices;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>Draws the parameters a network starts from: for generated code only.</summary>
/// <remarks>
/// Every value is a function of (seed, index of the parameter, index of the element in PyTorch's order) alone, computed
/// in double by operations that are exact to the last bit everywhere, so that a seed means the same network on every
/// machine, however its parameters are stored.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterInitializer
{
    /// <summary>Dropout draws in steps from zero on, so that no value is used twice.</summary>
    private const long Step = -1;

    /// <summary>Draws all parameters, and clears the zeros between them.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentException">The span has not the network's number of parameters, or an initialiser is undecided.</exception>
    public static void Initialize(NetworkDescription description, Span<float> parameters, int seed)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (parameters.Length != description.ParameterLength)
        {
            throw new ArgumentException(
                $"{description.Name} has {Counted.Text(description.ParameterLength, "parameter")} with the zeros between, but {parameters.Length} {Counted.Were(parameters.Length)} given. Give INetwork.Parameters.",
                nameof(parameters));
        }

        // State of an optimiser is of no use to parameters that are drawn anew.
        if (LiveNetworks.Find(parameters) is { } memory)
            memory.Initializations++;
        parameters.Clear();
        for (int i = 0; i < description.Parameters.Length; i++)
        {
            ParameterDescription parameter = description.Parameters[i];
            Span<float> storage = parameters.Slice(parameter.Offset, parameter.Layout.StorageLength);
            Fill(parameter, storage, CounterRandom.Key(seed, Step, i));
            for (int index = 0, row = parameter.FanIn; parameter.ZeroOutput >= 0 && index < row; index++)
                storage[parameter.Layout.IndexOf(parameter.ZeroOutput, index)] = 0;
        }
    }

    /// <summary>Sets what layers keep beside their parameters to what it starts from, and clears the zeros between.</summary>
    /// <param name="description">The network.</param>
    /// <param name="states">Its states.</param>
    public static void InitializeStates(NetworkDescription description, Span<float> states)
    {
        ArgumentNullException.ThrowIfNull(description);
        states.Clear();
        foreach (StateDescription state in description.States)
            states.Slice(state.Offset, state.Shape.Length).Fill(state.InitialValue);
    }

    private static void Fill(ParameterDescription parameter, Span<float> storage, ulong key)
    {
        double fanIn = parameter.FanIn, fanMean = 0.5 * ((double)parameter.FanIn + parameter.FanOut);
        switch (parameter.Initializer)
        {
            case Initializer.HeNormal:
                FillNormal(parameter, storage, key, 2 / fanIn);
                break;
            case Initializer.HeUniform:
                FillUniform(parameter, storage, key, 2 / fanIn);
                break;
            case Initializer.GlorotNormal:
                FillNormal(parameter, storage, key, 1 / fanMean);
                break;
            case Initializer.GlorotUniform:
                FillUniform(parameter, storage, key, 1 / fanMean);
                break;
            case Initializer.LeCunNormal:
                FillNormal(parameter, storage, key, 1 / fanIn);
                break;
            case Initializer.LeCunUniform:
                FillUniform(parameter, storage, key, 1 / fanIn);
                break;
            case Initializer.Zero:
                break;
            case Initializer.Constant:
                FillConstant(parameter, storage);
                break;
            case Initializer.Normal:
                FillNormal(parameter, storage, key, (double)parameter.InitialValue * parameter.InitialValue);
                break;
            case Initializer.Uniform:
                FillUniform(parameter, storage, key, (double)parameter.InitialValue * parameter.InitialValue / 3);
                break;
            default:
                throw new ArgumentException($"{parameter.Name} has the initializer {parameter.Initializer}, which does not say how to initialise. Give it one that does.", nameof(parameter));
        }
    }

    // Compiled for good at once: a network's first parameters are drawn when the program starts, and they are many.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillNormal(ParameterDescription parameter, Span<float> storage, ulong key, double variance)
    {
        double deviation = Math.Sqrt(variance);
        for (int i = 0, row = parameter.FanIn, length = parameter.Shape.Length; i < length; i++)
            Element(parameter.Layout, storage, row, i) = (float)(deviation * InverseNormal.Of(CounterRandom.OpenUniform(CounterRandom.Draw64(key, (ulong)i))));
    }

    /// <summary>Uniform values of a variance, which reach to √(3 · variance) on both sides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillUniform(ParameterDescription parameter, Span<float> storage, ulong key, double variance)
    {
        double bound = Math.Sqrt(3 * variance);
        for (int i = 0, row = parameter.FanIn, length = parameter.Shape.Length; i < length; i++)
            Element(parameter.Layout, storage, row, i) = (float)(bound * (2 * CounterRandom.OpenUniform(CounterRandom.Draw64(key, (ulong)i)) - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillConstant(ParameterDescription parameter, Span<float> storage)
    {
        for (int i = 0, row = parameter.FanIn, length = parameter.Shape.Length; i < length; i++)
            Element(parameter.Layout, storage, row, i) = parameter.InitialValue;
    }

    private static ref float Element(PanelLayout layout, Span<float> storage, int row, int element)
    {
        (int output, int index) = Math.DivRem(element, row);
        return ref storage[layout.IndexOf(output, index)];
    }
}
