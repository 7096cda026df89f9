using System.Reflection;
using DslNet.Samples.Tests.Fashion;
using FashionMnist;
using HandwrittenDigits;
using Xunit;

namespace DslNet.Samples.Tests;

/// <summary>Whole programs, as they are called from the command line. One after another: there is only one console.</summary>
public sealed class ProgramTests
{
    [Fact]
    public void DigitsEndWithTheirAccuracy()
    {
        (int exitCode, string output, _) = Run(typeof(DigitNet).Assembly, "--seed", "7");

        Assert.Equal(0, exitCode);
        Assert.Contains("the same to the last bit.", output, StringComparison.Ordinal);
        Screen.Fits(output);
        Assert.Matches(@"\ntest accuracy: (0\.9[0-9]{3}|1\.0000)\n$", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void HelpFitsTheScreen()
    {
        foreach (Type type in new[] { typeof(DigitNet), typeof(LeNet5), typeof(UsedCars.EmbeddingNet) })
        {
            (int exitCode, string output, _) = Run(type.Assembly, "--help");

            Assert.Equal(0, exitCode);
            Assert.Contains("--seed", output, StringComparison.Ordinal);
            Screen.Fits(output);
        }
    }

    [Fact]
    public void UsedCarsEndWithTheErrorBeyondTheNoise()
    {
        (int exitCode, string output, _) = Run(typeof(UsedCars.EmbeddingNet).Assembly, "--seed", "7");

        Assert.Equal(0, exitCode);
        Screen.Fits(output);
        Assert.Matches(@"\nerror beyond the noise: [0-2]\.[0-9]{2} %\n$", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void TheLectureFitsTheScreen()
    {
        (_, string output, _) = Run(typeof(Lecture.Page).Assembly);

        Assert.Contains("The end.", output, StringComparison.Ordinal);
        Screen.Fits(output);
    }

    /// <summary>With images of one grey each: what counts here is what is printed.</summary>
    [Theory]
    [InlineData(1, "Learning from 1 image, testing with 1 other:")]
    [InlineData(20, "Learning from 20 images, testing with 20 others:")]
    public void FashionMnistFitsTheScreen(byte images, string announced)
    {
        string folder = Directory.CreateTempSubdirectory("dslnet-").FullName;
        try
        {
            foreach (string part in new[] { FashionImages.Train, FashionImages.Test })
                IdxBytes.WriteImages(folder, part, images);

            (int exitCode, string output, string error) = Run(typeof(LeNet5).Assembly, "--data", folder, "--epochs", "2");

            Assert.Equal((0, ""), (exitCode, error));
            Assert.Contains(announced, output, StringComparison.Ordinal);
            Assert.Matches(@"\ntest accuracy: [01]\.[0-9]{4}\n$", output.ReplaceLineEndings("\n"));
            Screen.Fits(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void FashionMnistWithoutDataSaysWhereToGetIt()
    {
        (int exitCode, string output, string error) = Run(typeof(LeNet5).Assembly, "--data", "nowhere");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal("Fashion-MNIST is not in nowhere.\nFetch it with: eng/get-fashion-mnist.sh nowhere\n", error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void FashionMnistWantsAnEpoch()
    {
        (int exitCode, _, string error) = Run(typeof(LeNet5).Assembly, "--epochs", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains("--epochs must be 1 or more.", error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Error) Run(Assembly program, params string[] arguments)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        try
        {
            using StringWriter newOutput = new(), newError = new();
            Console.SetOut(newOutput);
            Console.SetError(newError);
            object? exitCode = program.EntryPoint!.Invoke(null, [arguments]);
            return (exitCode as int? ?? 0, newOutput.ToString(), newError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
