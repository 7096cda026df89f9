using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>Compares whole sequences with streams, bit for bit.</summary>
internal static class StreamCheck
{
    private static readonly int[] s_blocks = [0, 1, 2, 7, 64];

    /// <param name="networks">The network, for each instruction set.</param>
    /// <param name="frames">The frames of a sequence.</param>
    /// <param name="random">Draws sizes of blocks.</param>
    public static void Run(IReadOnlyList<INetwork> networks, IReadOnlyList<Sample> frames, Random random)
    {
        float[] inputs = [.. frames.SelectMany(frame => frame.Input).Select(number => (float)number)];
        float[] expected = new float[frames.Count * networks[0].Description.OutputLength];
        NetworkCalls.Predict(networks[0], inputs, expected);
        foreach (INetwork network in networks)
        {
            Streams streams = new(network);
            foreach (int block in s_blocks)
            {
                streams.Begin(0);
                Closeness.VerifyBits($"blocks of {block}", expected, streams.Run(0, inputs, _ => block));
            }

            CheckDrawn(streams, inputs, expected, frames.Count, random);
        }
    }

    /// <summary>Blocks of drawn sizes, with a state that is saved, cleared and loaded between; and halves, the second of which another state goes on with.</summary>
    private static void CheckDrawn(Streams streams, float[] inputs, float[] expected, int frames, Random random)
    {
        SequenceState state = streams.Begin(0), loaded = streams.Begin(1);
        streams.Begin(2);
        byte[] saved = new byte[state.ByteCount];
        float[] drawn = streams.Run(0, inputs, _ => random.Next(0, 20), _ =>
        {
            if (random.Next(4) > 0)
                return;
            state.Save(saved);
            state.Reset();
            state.Load(saved);
        });
        Closeness.VerifyBits("drawn blocks", expected, drawn);

        state.Reset();
        int half = frames / 2, first = half * (inputs.Length / frames), rest = half * (expected.Length / frames);
        Closeness.VerifyBits("the first half", expected.AsSpan(0, rest), streams.Run(0, inputs[..first], _ => 5));
        streams.Copy(0, 2);
        state.Save(saved);
        loaded.Load(saved);
        Closeness.VerifyBits("the second half", expected.AsSpan(rest), streams.Run(0, inputs[first..], _ => 3));
        Closeness.VerifyBits("the second half by a loaded state", expected.AsSpan(rest), streams.Run(1, inputs[first..], _ => 64));
        Closeness.VerifyBits("the second half by a copied state", expected.AsSpan(rest), streams.Run(2, inputs[first..], _ => 0));
    }
}
