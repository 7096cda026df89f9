using FashionMnist;
using Xunit;

namespace DslNet.Samples.Tests.Fashion;

public sealed class FashionImagesTests : IDisposable
{
    private const int Pixels = 28 * 28;

    private readonly string _folder = Directory.CreateTempSubdirectory("dslnet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void LeNet5HasItsParameters()
    {
        Assert.Equal(44_426, LeNet5.ParameterCount);
    }

    [Fact]
    public void ReadsImagesAndLabels()
    {
        Write(images: 2, labels: [3, 9]);

        Dataset data = FashionImages.Load(_folder, FashionImages.Test);

        Assert.Equal((2, Pixels), (data.Count, data.FeatureLength));
        Assert.Equal([3, 9], data.Labels.ToArray());
        Assert.Equal([0f, 1f], [data.Input(0)[0], data.Input(1)[Pixels - 1]]);
    }

    [Fact]
    public void KnowsWhetherTheyAreThere()
    {
        Assert.False(FashionImages.AreIn(_folder));
        Write(images: 1, labels: [0]);
        Assert.False(FashionImages.AreIn(_folder));
        Write(images: 1, labels: [0], FashionImages.Train);
        Assert.True(FashionImages.AreIn(_folder));
    }

    [Fact]
    public void RefusesImagesWithoutLabels()
    {
        Write(images: 2, labels: [3]);

        var exception = Assert.Throws<InvalidDataException>(() => FashionImages.Load(_folder, FashionImages.Test));
        Assert.Contains("images of t10k is 2, but that of labels is 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesLabelsThatAreNoClass()
    {
        Write(images: 2, labels: [3, 10]);

        var exception = Assert.Throws<InvalidDataException>(() => FashionImages.Load(_folder, FashionImages.Test));
        Assert.Contains("label 1 is 10; expected 0 to 9", exception.Message, StringComparison.Ordinal);
    }

    private void Write(byte images, byte[] labels, string part = FashionImages.Test)
    {
        byte[] pixels = [.. Enumerable.Range(0, images).SelectMany(i => Enumerable.Repeat((byte)(i * 255), Pixels))];
        Write($"{part}-images-idx3-ubyte.gz", IdxBytes.File([images, 28, 28], pixels));
        Write($"{part}-labels-idx1-ubyte.gz", IdxBytes.File([(byte)labels.Length], labels));
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), IdxBytes.Compress(bytes));
}
