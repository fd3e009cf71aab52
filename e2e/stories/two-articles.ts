/** Two short articles on one decision, as outlets might tell it; states, people and outlets in them are invented. */

export const wireStory = `Veltland plans to send banned mines to Orlia

(Example Wire) The president of Veltland has authorized the shipment of anti-personnel landmines to Orlia, according to unnamed officials. The decision follows the president's recent approval of long-range missiles for use on Morrow's territory, a step that has not been officially confirmed by the chancellery.

The Orlian Post, the first to report on the mines, notes that they become inactive after a few weeks of deployment.

Both Veltland and Morrow have not ratified the Mine Ban Treaty. Orlia has faced UN accusations of violating the treaty.
`;

export const paperStory = `Veltland defends mines for Orlia

The move comes days after Veltland authorized Orlia to use long-range missiles on Morrow.

"Within two weeks, if they have not been detonated, they become inert," chancellery spokesman Jan Brandt said.

Neither Morrow nor Veltland is a signatory to the Mine Ban Treaty.

Orlia is investigating allegations of its forces using antipersonnel mines, according to a report by the Orlian Campaign to Ban Landmines.

Lena Holm, deputy director of Example Rights, said self-deactivation features are "not enough."
`;
