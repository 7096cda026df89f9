namespace DslNet.Onnx.Tests.Witness;

/// <summary>ONNX's operators over images in double precision.</summary>
internal static class Spatial
{
    public static Tensor BatchNormalization(NodeAttributes node, Tensor[] inputs)
    {
        (Tensor x, Tensor scale, Tensor shift, Tensor mean, Tensor variance) = (inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]);
        double epsilon = node.Float("epsilon", 1e-5f);
        (_, long channels, long inner) = x.Around(1);
        return x with
        {
            Data = [.. x.Data.Select((value, i) =>
            {
                long channel = i / inner % channels;
                return (value - mean.Data[channel]) / Math.Sqrt(variance.Data[channel] + epsilon) * scale.Data[channel] + shift.Data[channel];
            })],
        };
    }

    public static Tensor GlobalAveragePool(Tensor x)
    {
        (long outer, long channels, long inner) = x.Around(1);
        return new([outer, channels, .. x.Shape.Skip(2).Select(_ => 1L)], [.. x.Data.Chunk((int)inner).Select(each => each.Average())]);
    }

    /// <summary>Zeros around an image.</summary>
    public static Tensor Pad(Tensor x, Tensor amounts)
    {
        long[] pads = [.. amounts.Data.Select(amount => (long)amount)], shape = [.. x.Shape.Select((axis, i) => axis + pads[i] + pads[i + 4])];
        double[] y = new double[Tensor.Product(shape)];
        for (long i = 0; i < x.Data.Length; i++)
        {
            long left = i, place = 0;
            for (int axis = 3; axis >= 0; axis--)
            {
                place += (left % x.Shape[axis] + pads[axis]) * Tensor.Product(shape.Skip(axis + 1));
                left /= x.Shape[axis];
            }

            y[place] = x.Data[i];
        }

        return new(shape, y);
    }

    /// <summary>A convolution of images.</summary>
    public static Tensor Conv(NodeAttributes node, Tensor x, Tensor w, Tensor? bias)
    {
        long[] strides = node.Integers("strides") ?? [1, 1], pads = node.Integers("pads") ?? [0, 0, 0, 0], dilations = node.Integers("dilations") ?? [1, 1];
        long groups = node.Integer("group", 1), filters = w.Shape[0], share = w.Shape[1], channels = x.Shape[1];
        long height = (x.Shape[2] + pads[0] + pads[2] - (w.Shape[2] - 1) * dilations[0] - 1) / strides[0] + 1, width = (x.Shape[3] + pads[1] + pads[3] - (w.Shape[3] - 1) * dilations[1] - 1) / strides[1] + 1;
        double[] y = new double[x.Shape[0] * filters * height * width];
        for (long i = 0; i < y.Length; i++)
        {
            long column = i % width, row = i / width % height, filter = i / width / height % filters, sample = i / width / height / filters, first = filter / (filters / groups) * share;
            double sum = bias?.Data[filter] ?? 0;
            for (long tap = 0; tap < share * w.Shape[2] * w.Shape[3]; tap++)
            {
                long dx = tap % w.Shape[3], dy = tap / w.Shape[3] % w.Shape[2], c = tap / w.Shape[3] / w.Shape[2];
                long at = row * strides[0] - pads[0] + dy * dilations[0], to = column * strides[1] - pads[1] + dx * dilations[1];
                if (at >= 0 && at < x.Shape[2] && to >= 0 && to < x.Shape[3])
                    sum += w.Data[filter * share * w.Shape[2] * w.Shape[3] + tap] * x.Data[((sample * channels + first + c) * x.Shape[2] + at) * x.Shape[3] + to];
            }

            y[i] = sum;
        }

        return new([x.Shape[0], filters, height, width], y);
    }
}
