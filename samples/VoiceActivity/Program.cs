using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DslNet.Audio;
using DslNet.Onnx;
using VoiceActivity;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var weightsOption = new Option<string>("--weights") { Description = "Silero's weights: .safetensors or .onnx (eng/get-silero.sh fetches them).", DefaultValueFactory = _ => "data/silero/silero_vad_16k_op15.onnx" };
var inOption = new Option<string>("--in") { Description = "A WAV file of 16,000 samples a second.", Required = true };
var thresholdOption = new Option<float>("--threshold") { Description = "From which probability on it is speech.", DefaultValueFactory = _ => 0.5f };
var command = new RootCommand("Marks where somebody speaks.") { weightsOption, inOption, thresholdOption };
command.SetAction(arguments => Run(arguments.GetValue(weightsOption)!, arguments.GetValue(inOption)!, arguments.GetValue(thresholdOption)));
return command.Parse(args).Invoke();

static int Run(string weights, string path, float threshold)
{
    try
    {
        if (!File.Exists(weights))
            throw new FileNotFoundException($"There are no weights at {weights}. Fetch them by eng/get-silero.sh, or say by --weights where they are.");
        VoiceNet net = VoiceWeights.Load(weights);
        WaveFile sound = WaveFile.Read(path);
        if (sound.SampleRate != VoiceNet.SampleRate || sound.Channels != 1)
            throw new InvalidDataException($"{path} has {sound.Channels} channels and {sound.SampleRate} samples a second. Convert it to one channel and {VoiceNet.SampleRate}, which the network was trained on.");

        float[] probabilities = new float[sound.Samples.Length / VoiceNet.FrameSamples];
        net.Step(net.CreateState(), new float[VoiceNet.FrameSamples], new float[1]); // .NET compiles it now
        VoiceNet.State state = net.CreateState();
        long start = Stopwatch.GetTimestamp();
        for (int frame = 0; frame < probabilities.Length; frame++)
            net.Step(state, sound.Samples.AsSpan(frame * VoiceNet.FrameSamples, VoiceNet.FrameSamples), probabilities.AsSpan(frame, 1));
        double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        Console.WriteLine(Timeline.Draw(sound, probabilities, threshold));
        foreach ((double from, double to) in Timeline.Speech(probabilities, threshold))
            Console.WriteLine($"speech from {from:F2} to {to:F2} s");
        Console.WriteLine($"{microseconds / Math.Max(1, probabilities.Length):F1} µs for each 32 ms of sound.");
        return 0;
    }
    catch (Exception e) when (e is OnnxException or InvalidDataException or ArgumentException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}
