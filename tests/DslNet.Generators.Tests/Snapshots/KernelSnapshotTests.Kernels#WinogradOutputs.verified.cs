//HintName: WinogradOutputs.g.cs

// Conv2: Winograd F(4×4, 3×3), the outputs of 4 × 4 positions by 8 channels from 36 products, then ReLU.
[Method__(Optimized)]
public static void Conv2Forward(
	ref float m, ref float b, ref float y, int tileRows, int tileColumns, int outputs, int pointStride, int rowStride, int columnStride)
{
	unchecked
	{
		int step = pointStride * 6;
		for (int tileRow = 0; tileRow < tileRows; tileRow++)
		{
			for (int tileColumn = 0; tileColumn < tileColumns; tileColumn++)
			{
				for (int channel = 0; channel < outputs; channel += 8)
				{
					ref float tile = ref Place__.Add(ref m, (tileRow * tileColumns + tileColumn) * outputs + channel);
					Float__ tileBias = Lanes__.Load(ref b, channel);
					ref float tileY = ref Place__.Add(ref y, tileRow * 4 * rowStride + tileColumn * 4 * columnStride + channel);
					// the columns of a tile, then its rows
					Lanes__.WinogradEvenRows(ref tile, 0, step, out Float__ a0, out Float__ c0);
					Lanes__.WinogradEvenRows(ref tile, pointStride, step, out Float__ a1, out Float__ c1);
					Lanes__.WinogradEvenRows(ref tile, pointStride * 2, step, out Float__ a2, out Float__ c2);
					Lanes__.WinogradEvenRows(ref tile, pointStride * 3, step, out Float__ a3, out Float__ c3);
					Lanes__.WinogradEvenRows(ref tile, pointStride * 4, step, out Float__ a4, out Float__ c4);
					Lanes__.WinogradEvenRows(ref tile, pointStride * 5, step, out Float__ a5, out Float__ c5);
					Lanes__.WinogradColumns(a0, a1, a2, a3, a4, a5, out Float__ y0_0, out Float__ y0_1, out Float__ y0_2, out Float__ y0_3);
					Lanes__.StoreReLU(y0_0 + tileBias, ref tileY, 0);
					Lanes__.StoreReLU(y0_1 + tileBias, ref tileY, columnStride);
					Lanes__.StoreReLU(y0_2 + tileBias, ref tileY, columnStride * 2);
					Lanes__.StoreReLU(y0_3 + tileBias, ref tileY, columnStride * 3);
					Lanes__.WinogradColumns(c0, c1, c2, c3, c4, c5, out Float__ y2_0, out Float__ y2_1, out Float__ y2_2, out Float__ y2_3);
					Lanes__.StoreReLU(y2_0 + tileBias, ref tileY, rowStride * 2);
					Lanes__.StoreReLU(y2_1 + tileBias, ref tileY, rowStride * 2 + columnStride);
					Lanes__.StoreReLU(y2_2 + tileBias, ref tileY, rowStride * 2 + columnStride * 2);
					Lanes__.StoreReLU(y2_3 + tileBias, ref tileY, rowStride * 2 + columnStride * 3);
					Lanes__.WinogradOddRows(ref tile, 0, step, out Float__ b0, out Float__ d0);
					Lanes__.WinogradOddRows(ref tile, pointStride, step, out Float__ b1, out Float__ d1);
					Lanes__.WinogradOddRows(ref tile, pointStride * 2, step, out Float__ b2, out Float__ d2);
					Lanes__.WinogradOddRows(ref tile, pointStride * 3, step, out Float__ b3, out Float__ d3);
					Lanes__.WinogradOddRows(ref tile, pointStride * 4, step, out Float__ b4, out Float__ d4);
					Lanes__.WinogradOddRows(ref tile, pointStride * 5, step, out Float__ b5, out Float__ d5);
					Lanes__.WinogradColumns(b0, b1, b2, b3, b4, b5, out Float__ y1_0, out Float__ y1_1, out Float__ y1_2, out Float__ y1_3);
					Lanes__.StoreReLU(y1_0 + tileBias, ref tileY, rowStride);
					Lanes__.StoreReLU(y1_1 + tileBias, ref tileY, rowStride + columnStride);
					Lanes__.StoreReLU(y1_2 + tileBias, ref tileY, rowStride + columnStride * 2);
					Lanes__.StoreReLU(y1_3 + tileBias, ref tileY, rowStride + columnStride * 3);
					Lanes__.WinogradColumns(d0, d1, d2, d3, d4, d5, out Float__ y3_0, out Float__ y3_1, out Float__ y3_2, out Float__ y3_3);
					Lanes__.StoreReLU(y3_0 + tileBias, ref tileY, rowStride * 3);
					Lanes__.StoreReLU(y3_1 + tileBias, ref tileY, rowStride * 3 + columnStride);
					Lanes__.StoreReLU(y3_2 + tileBias, ref tileY, rowStride * 3 + columnStride * 2);
					Lanes__.StoreReLU(y3_3 + tileBias, ref tileY, rowStride * 3 + columnStride * 3);
				}
			}
		}
	}
}
