using DslNet;
using DslNet.Audio;

namespace Amplifiers;

/// <summary>A declared network with the weights of a capture, and the state of a stream.</summary>
internal abstract class Amplifier
{
    /// <summary>Frames of a block.</summary>
    public const int BlockFrames = 64;

    /// <summary>The name of the network's class.</summary>
    public abstract string Name { get; }

    /// <summary>The network that was declared for models like one, with its weights.</summary>
    /// <exception cref="NamException">None was.</exception>
    public static Amplifier Of(NamModel model)
    {
        List<string> problems = [];
        foreach (Func<Amplifier> candidate in new Func<Amplifier>[]
        {
            () => Load(new A2Full(), net => net.CreateState(), net => net.Process, net => net.Step),
            () => Load(new A2Lite(), net => net.CreateState(), net => net.Process, net => net.Step),
            () => Load(new SmallLstm(), net => net.CreateState(), net => net.Process, net => net.Step),
            () => Load(new SmallWaveNet(), net => net.CreateState(), net => net.Process, net => net.Step),
        })
        {
            try
            {
                return candidate();
            }
            catch (NamException e)
            {
                problems.Add(e.Message);
            }
        }

        throw new NamException($"This program has declared no network of that shape: “dslnet import” writes it.\n{string.Join("\n", problems)}");

        Amplifier Load<TNetwork, TState>(TNetwork network, Func<TNetwork, TState> create, Func<TNetwork, FrameProcessor<TState>> process, Func<TNetwork, FrameProcessor<TState>> step)
            where TNetwork : INetwork
            where TState : SequenceState
        {
            model.LoadInto(network);
            TState state = create(network);
            model.Settle(process(network), state);
            return new Loaded<TState>(network.Description.Name, process(network), step(network), state);
        }
    }

    /// <summary>Plays sound, block by block, as a sound card asks for it.</summary>
    public abstract void Play(ReadOnlySpan<float> dry, Span<float> wet);

    /// <summary>Plays one sample.</summary>
    public abstract void Step(ReadOnlySpan<float> dry, Span<float> wet);

    private sealed class Loaded<TState>(string name, FrameProcessor<TState> process, FrameProcessor<TState> step, TState state) : Amplifier
        where TState : SequenceState
    {
        public override string Name => name;

        public override void Step(ReadOnlySpan<float> dry, Span<float> wet) => step(state, dry, wet);

        public override void Play(ReadOnlySpan<float> dry, Span<float> wet)
        {
            for (int frame = 0; frame < dry.Length; frame += BlockFrames)
            {
                int count = Math.Min(BlockFrames, dry.Length - frame);
                process(state, dry.Slice(frame, count), wet.Slice(frame, count));
            }
        }
    }
}
