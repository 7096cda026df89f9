using DslNet;

namespace VoiceActivity;

/// <summary>
/// Whether somebody speaks in 32 ms of sound: Silero VAD at 16 kHz. A frame is 512 samples, with the last 64 before it; its spectrum over time is read by convolutions, and the
/// sequence of frames by a recurrent layer.
/// </summary>
[Network]
[Sequence(512), Context(64)]
[Reshape(1, 576), Pad(right: 64, Mode = PadMode.Reflect)]
[Conv1D(258, 256, Stride = 128, Bias = false, Frozen = true, Name = "StftConv")]
[Slice(0, 129, Name = "Real0"), Multiply("Real0", Name = "Real")]
[Slice(129, 129, From = "StftConv", Name = "Imaginary0"), Multiply("Imaginary0")]
[Add("Real"), Activation(nameof(Root))]
[Conv1D(128, 3, Padding = 1, Name = "Conv1"), ReLU]
[Conv1D(64, 3, Stride = 2, Padding = 1, Name = "Conv2"), ReLU]
[Conv1D(64, 3, Stride = 2, Padding = 1, Name = "Conv3"), ReLU]
[Conv1D(128, 3, Padding = 1, Name = "Conv4"), ReLU]
[Flatten, LSTM(128, Name = "LstmCell"), ReLU]
[Reshape(128, 1), Conv1D(1, 1, Name = "FinalConv"), Flatten, Sigmoid]
internal sealed partial class VoiceNet
{
    /// <summary>Samples of a frame.</summary>
    public const int FrameSamples = 512;

    /// <summary>Samples per second.</summary>
    public const int SampleRate = 16_000;

    private static float Root(float x) => MathF.Sqrt(x);
}
