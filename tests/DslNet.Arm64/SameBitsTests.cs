using Xunit;

namespace DslNet.SameBits;

/// <summary>
/// Outputs, losses, gradients and parameters are the same bits on every instruction set: the expected ones stand in source, and
/// the same tests run with AVX2, with portable kernels, and on Arm64.
/// </summary>
public class SameBitsTests
{
    public static TheoryData<string> Names => [.. Cases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void TrainingGivesTheExpectedBits(string name) => Assert.Equal(Expected.Of(name), TrainingRun.Of(Cases.Of(name)));

    [Fact]
    public void TrainingOnTokensGivesTheExpectedBits() => Assert.Equal(Expected.Of(nameof(WordsNet)), WordsRun.Run());

    [Theory]
    [MemberData(nameof(Names))]
    public void ASampleAloneGivesTheBitsItHasInABatch(string name)
    {
        const int Count = 9;
        INetwork network = Cases.Of(name).Create();
        int inputLength = network.Description.InputLength, outputLength = network.Description.OutputLength;
        float[] inputs = Numbers.Signed(Count * inputLength, 4);
        float[] together = new float[Count * outputLength], alone = new float[Count * outputLength];
        network.Predict(inputs, together);
        for (int i = 0; i < Count; i++)
            network.Predict(inputs.AsSpan(i * inputLength, inputLength), alone.AsSpan(i * outputLength, outputLength));
        Assert.Equal(together, alone);
    }
}
