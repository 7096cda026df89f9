using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet.Populations;

/// <summary>
/// Many networks of one class, each with parameters of its own, that predict together: sixteen at a time have their parameters side by side in memory, and fill the
/// lanes of vectors. The class is marked with <see cref="PopulationAttribute"/>.
/// </summary>
/// <remarks>
/// <para>Each member predicts the same bits as a network of its own with the same parameters, on every processor.</para>
/// <para>
/// Predictions may be made by many threads at once, as long as none changes a member meanwhile. Nothing is allocated but by a thread's first call. A call uses
/// the calling thread alone: where members have environments of their own, a thread per block gains most (<see cref="PredictBlock"/>).
/// </para>
/// </remarks>
/// <typeparam name="TNetwork">The members' class.</typeparam>
/// <example>
/// <code>
/// Population&lt;Policy&gt; population = new(64, seed: 1);
/// population.Predict(observations, actions); // 64 × Policy.InputLength, 64 × Policy.OutputLength
/// population[3].CopyTo(policy);
/// </code>
/// </example>
public sealed class Population<TNetwork> where TNetwork : IPopulationNetwork<TNetwork>
{
    private readonly AlignedMemory _parameters;

    /// <summary>Creates members that start as networks of the class do.</summary>
    /// <param name="size">How many.</param>
    /// <param name="seed">Member i has the parameters of a network with the seed <c>seed + i</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none, or more parameters than an array can hold.</exception>
    public Population(int size, int seed) : this(size)
    {
        TNetwork network = TNetwork.Create(seed);
        for (int i = 0; i < size; i++)
        {
            network.Initialize(unchecked(seed + i));
            this[i].CopyFrom(network);
        }
    }

    /// <summary>Creates members whose parameters are zero.</summary>
    /// <param name="size">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none, or more parameters than an array can hold.</exception>
    public Population(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Count = size;
        Network = TNetwork.Declaration;
        ParameterLength = TNetwork.Create(0).Parameters.Length;
        long length = (long)BlockCount * ParameterLength * BlockSize;
        if (length > Array.MaxLength / 2)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"{size} members of {Network.Name} have {length} parameters, more than one array holds. Use several populations.");
        _parameters = new((int)length);
    }

    /// <summary>How many members are computed together.</summary>
    public static int BlockSize => MemberMemory.Lanes;

    /// <summary>How many members there are.</summary>
    public int Count { get; }

    /// <summary>How many blocks of <see cref="BlockSize"/> members there are, the last one perhaps with fewer.</summary>
    public int BlockCount => (Count + BlockSize - 1) / BlockSize;

    /// <summary>The layers, shapes and parameters that all members have.</summary>
    public NetworkDescription Network { get; }

    /// <summary>Floats of a network's <see cref="INetwork.Parameters"/>.</summary>
    internal int ParameterLength { get; }

    /// <summary>One member.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such member.</exception>
    public PopulationMember<TNetwork> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"Members go from 0 to {Count - 1}.");
            return new(this, index);
        }
    }

    /// <summary>How many members a block has.</summary>
    /// <param name="block">The block, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such block.</exception>
    public int MembersOf(int block)
    {
        if ((uint)block >= (uint)BlockCount)
            throw new ArgumentOutOfRangeException(nameof(block), block, $"Blocks go from 0 to {BlockCount - 1}.");
        return Math.Min(BlockSize, Count - block * BlockSize);
    }

    /// <summary>Computes an output of every member.</summary>
    /// <param name="inputs">members × input length; or one input, which all members are given.</param>
    /// <param name="outputs">members × output length; must not overlap the inputs.</param>
    /// <exception cref="ArgumentException">A length is another, or they overlap.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int input = Network.InputLength, output = Network.OutputLength;
        bool isShared = Check(inputs, outputs, Count);
        for (int block = 0; block < BlockCount; block++)
        {
            int first = block * BlockSize, members = MembersOf(block);
            PredictMembers(block, isShared ? inputs : inputs.Slice(first * input, members * input), isShared, outputs.Slice(first * output, members * output), members);
        }
    }

    /// <summary>Computes an output of every member of a block.</summary>
    /// <param name="block">The block: its first member is <paramref name="block"/> × <see cref="BlockSize"/>.</param>
    /// <param name="inputs">The block's members × input length; or one input, which all of them are given.</param>
    /// <param name="outputs">The block's members × output length; must not overlap the inputs.</param>
    /// <exception cref="ArgumentException">A length is another, or they overlap.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such block.</exception>
    public void PredictBlock(int block, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int members = MembersOf(block);
        bool isShared = Check(inputs, outputs, members);
        PredictMembers(block, inputs, isShared, outputs, members);
    }

    /// <summary>Saves all members as one safetensors file: each tensor of the class with the members as its first axis. The file is there wholly or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, stream => PopulationFile.Write(stream, this));

    /// <summary>Loads a population that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no population of this class.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Population<TNetwork> Load(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
        return PopulationFile.Read<TNetwork>(stream, path);
    }

    /// <summary>The parameters of a block: of each, the members' values side by side.</summary>
    internal Span<float> Block(int block) => _parameters.Span.Slice(block * ParameterLength * BlockSize, ParameterLength * BlockSize);

    private void PredictMembers(int block, ReadOnlySpan<float> inputs, bool isShared, Span<float> outputs, int members)
    {
        int input = Network.InputLength, output = Network.OutputLength;
        int inputLength = MemberMemory.RoundUp(input) * BlockSize, outputLength = MemberMemory.RoundUp(output) * BlockSize;
        Span<float> memory = MemberMemory.OfThread(inputLength + outputLength + TNetwork.MemberScratchLength);
        Span<float> x = memory[..inputLength], y = memory.Slice(inputLength, outputLength), scratch = memory[(inputLength + outputLength)..];
        if (isShared)
            MemberMemory.Spread(inputs, x);
        else
            MemberMemory.Interleave(inputs, input, members, x);
        TNetwork.PredictMembers(
            ref MemoryMarshal.GetReference(Block(block)), ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(y), ref MemoryMarshal.GetReference(scratch));
        MemberMemory.Separate(y, output, members, outputs);
    }

    /// <returns>Whether there is one input for all members.</returns>
    private bool Check(ReadOnlySpan<float> inputs, Span<float> outputs, int members)
    {
        int input = Network.InputLength, output = Network.OutputLength;
        if (inputs.Length != input && inputs.Length != members * input)
            throw new ArgumentException($"inputs has {Counted.Text(inputs.Length, "value")}, but {Counted.Text(members, "member")} of {Network.Name} take {members} × {input}, or {input} for all of them.", nameof(inputs));
        if (outputs.Length != members * output)
            throw new ArgumentException($"outputs has {Counted.Text(outputs.Length, "value")}, but {Counted.Text(members, "member")} of {Network.Name} give {members} × {output}.", nameof(outputs));
        if (inputs.Overlaps(outputs))
            throw new ArgumentException("outputs overlaps inputs. Pass memory of its own.", nameof(outputs));
        return inputs.Length == input;
    }
}
