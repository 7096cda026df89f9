using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Amplifiers;
using DslNet;
using DslNet.Audio;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var modelOption = new Option<string?>("--model") { Description = "A .nam file; the sample's own unless said otherwise." };
var inOption = new Option<string?>("--in") { Description = "A WAV file with what a guitar plays; a plucked string unless said otherwise." };
var outOption = new Option<string?>("--out") { Description = "The WAV file to write." };
var sizeOption = new Option<Size>("--size") { Description = "Which size of a model of several.", DefaultValueFactory = _ => Size.Full };
var command = new RootCommand("Plays a guitar through a captured amplifier.") { modelOption, inOption, outOption, sizeOption };
command.SetAction(arguments => Run(arguments.GetValue(modelOption), arguments.GetValue(inOption), arguments.GetValue(outOption), arguments.GetValue(sizeOption)));
return command.Parse(args).Invoke();

static int Run(string? modelPath, string? inPath, string? outPath, Size size)
{
    try
    {
        NamFile file = modelPath is null ? Captures.Own("A2") : NamFile.Read(modelPath);
        NamModel model = size == Size.Full ? file.Model : file.Models[0];
        Amplifier amplifier = Amplifier.Of(model);
        WaveFile dry = inPath is null ? PluckedString.Play() : WaveFile.Read(inPath);
        if (dry.Channels != 1 || (model.SampleRate > 0 && dry.SampleRate != model.SampleRate))
            throw new InvalidDataException($"The sound has {dry.Channels} channels and {dry.SampleRate} samples a second, but the amplifier wants one and {model.SampleRate}.");

        float[] wet = new float[dry.Samples.Length];
        long start = Stopwatch.GetTimestamp();
        amplifier.Play(dry.Samples, wet);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"{amplifier.Name}: {model.ParameterCount:N0} weights, {model.SilentFrames:N0} frames of silence before the first.");
        Console.WriteLine(Waveform.Draw("in ", dry.Samples));
        Console.WriteLine(Waveform.Draw("out", wet));
        Console.WriteLine($"{dry.Seconds:F2} s of sound in {seconds:F3} s, {dry.Seconds / seconds:F0} times as fast as it is played.");
        if (outPath is not null)
            new WaveFile(dry.SampleRate, 1, wet).Write(outPath);
        return 0;
    }
    catch (Exception e) when (e is NamException or InvalidDataException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}
