using System.Reflection;

namespace DslNet.Generators.Tests.Harness;

/// <summary>Streams of a network of sequences: calls methods of <see cref="Oracle.NetworkText"/>, since no test can name the class of its states.</summary>
internal sealed class Streams(INetwork network)
{
    private delegate void Frames(int stream, float[] frames, float[] outputs);

    private delegate void TokenFrames(int stream, int[] tokens, float[] outputs);

    private readonly Frames _step = FindFrames(network, "StepOf"), _process = FindFrames(network, "ProcessOf");
    private readonly Action<int> _begin = Find<Action<int>>(network, "Begin");
    private readonly Func<int, SequenceState> _stateOf = Find<Func<int, SequenceState>>(network, "StateOf");
    private readonly Action<int, int> _copy = Find<Action<int, int>>(network, "CopyOf");

    /// <summary>Creates the state of a stream.</summary>
    public SequenceState Begin(int stream)
    {
        _begin(stream);
        return _stateOf(stream);
    }

    public void Step(int stream, float[] frame, float[] output) => _step(stream, frame, output);

    public void Process(int stream, float[] block, float[] outputs) => _process(stream, block, outputs);

    public void Copy(int stream, int other) => _copy(stream, other);

    /// <summary>The outputs of all frames of a sequence, block by block.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="inputs">The frames.</param>
    /// <param name="blockOf">How many frames the next block has, given those before; 0 for one that is stepped.</param>
    /// <param name="between">What is done behind each block.</param>
    public float[] Run(int stream, float[] inputs, Func<int, int> blockOf, Action<int>? between = null)
    {
        int inputLength = network.Description.InputLength, outputLength = network.Description.OutputLength, frames = inputs.Length / inputLength;
        List<float> all = [];
        for (int frame = 0; frame < frames;)
        {
            int block = blockOf(frame), count = Math.Min(Math.Max(1, block), frames - frame);
            float[] outputs = new float[count * outputLength], some = inputs[(frame * inputLength)..((frame + count) * inputLength)];
            if (block == 0)
                Step(stream, some, outputs);
            else
                Process(stream, some, outputs);
            all.AddRange(outputs);
            frame += count;
            between?.Invoke(frame);
        }

        return [.. all];
    }

    private static Frames FindFrames(INetwork network, string name)
    {
        if (network is not ITokenSequenceNetwork)
            return Find<Frames>(network, name);
        TokenFrames ofTokens = Find<TokenFrames>(network, name);
        return (stream, frames, outputs) => ofTokens(stream, NetworkCalls.Tokens(frames), outputs);
    }

    private static T Find<T>(INetwork network, string name) where T : Delegate =>
        network.GetType().GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<T>(network);
}
